package org.thalweg.bench;

/**
 * How experiments are measured.
 *
 * @param threads the number of threads of the timed runs
 * @param repeat the number of timed runs
 * @param warmUp the least time that runs are repeated before they are timed (seconds)
 * @param shares whether it is measured too where the time goes
 */
public record BenchOptions(int threads, int repeat, double warmUp, boolean shares) {}
