package org.thalweg.engine.run;

/**
 * How a run is carried out; nothing here changes a result.
 *
 * @param threads the number of threads, at least one
 * @param shuffle the seed of the order in which chunks are worked on; zero for the natural order
 */
public record RunOptions(int threads, long shuffle) {}
