/** How a density relaxes: the slowest modes of its operator. */
package org.thalweg.analyzers.spectrum;
