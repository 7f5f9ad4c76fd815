package org.thalweg.bench;

import java.util.List;

/**
 * The times of one experiment.
 *
 * @param name the experiment's name
 * @param experiment the experiment with every default filled in
 * @param path how block mathematics was computed in the timed runs
 * @param warmUpRuns how many runs came before the timed ones
 * @param methods one entry per method, in the experiment's order
 */
public record Measurement(
    String name, String experiment, String path, int warmUpRuns, List<MethodTimes> methods) {}
