package org.thalweg.engine.sweep;

/**
 * How a sweep is carried out; nothing here changes the result of a point.
 *
 * @param threads the number of threads, shared by points that run side by side
 * @param shuffle the seed of the order in which chunks are worked on; zero for the natural order
 * @param keepGoing whether a failing point leaves the others running
 */
public record SweepOptions(int threads, long shuffle, boolean keepGoing) {}
