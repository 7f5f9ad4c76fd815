/**
 * The probability density on a grid.
 *
 * <p>From the problem to the density: {@code Equation} is sampled as {@code Coefficients} on a
 * {@code Grid}; a scheme ({@code NinePointScheme}, {@code SellingScheme}) turns them into a {@code
 * Generator} of jumps between cells; {@code SteadyState} eliminates it, {@code Evolution} runs it
 * through time by {@code SplitPropagator} or {@code SparsePropagator}; {@code DensityRun} does all
 * that on two grids and shows them to the observer.
 *
 * <p>What analyzers ask of a {@code CellOperator} is worked out apart, from the same generator: its
 * slowest {@code Modes} by a {@code KrylovSpace} of its {@code DeflatedInverse}.
 */
package org.thalweg.fokkerplanck;
