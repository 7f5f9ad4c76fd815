package org.thalweg.api.analysis;

/**
 * A mode in which a distribution relaxes: P(t) = sum over modes of exp(-(rate + i frequency) t) r
 * times its share, the integral of l P(0).
 *
 * <p>A mode with a frequency stands for itself and its conjugate, whose sum is real. Right and left
 * modes are biorthogonal, without conjugation: the sum over cells of left times right times the
 * cell's volume is one, and zero for two different modes.
 *
 * <p>A steady state has l = 1, and the slowest mode between absorbing edges, the quasi-stationary
 * state, is a density of integral one. All others are scaled so that the mean of |l|^2 is one in
 * the steady state, that of reflecting edges where some absorb, and turned so that l is positive
 * where |l|^2 P is largest.
 *
 * @param rate the decay rate (unit: 1 / time), zero for a steady state
 * @param frequency the angular frequency (unit: 1 / time), positive, or zero for a mode that does
 *     not turn
 * @param right the density of the mode, its real part (unit: 1 / volume)
 * @param rightImaginary its imaginary part; empty where the frequency is zero
 * @param left the eigenfunction of the backward operator, its real part
 * @param leftImaginary its imaginary part; empty where the frequency is zero
 * @param residual how well it solves the grid's equation: A r + (rate + i frequency) r relative to
 *     the fastest rate of the grid times r, both in the norm that weighs squares by one over the
 *     steady state
 */
public record RelaxationMode(
    double rate,
    double frequency,
    double[] right,
    double[] rightImaginary,
    double[] left,
    double[] leftImaginary,
    double residual) {}
