package org.thalweg.engine.experiment;

import org.thalweg.api.plugin.Param;

/**
 * When a walker counts as diverged, as an experiment file says it.
 *
 * @param cutoff the largest magnitude of a coordinate
 */
public record DivergenceSpec(
    @Param(
            doc = "a walker with a coordinate of larger magnitude is removed, counted and timed",
            unit = "theta",
            min = 0,
            above = true)
        double cutoff) {}
