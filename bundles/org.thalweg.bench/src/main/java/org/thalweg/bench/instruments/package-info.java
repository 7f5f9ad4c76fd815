/** Plugins that carry a stopwatch, and what it tells of the time inside of a step. */
package org.thalweg.bench.instruments;
