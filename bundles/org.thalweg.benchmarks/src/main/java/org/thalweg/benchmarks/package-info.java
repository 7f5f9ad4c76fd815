/** Times of single calls of the SPI; {@code thalweg bench} measures whole experiments. */
package org.thalweg.benchmarks;
