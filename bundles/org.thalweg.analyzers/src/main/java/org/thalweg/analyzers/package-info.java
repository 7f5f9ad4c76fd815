/**
 * Observables, comparisons of methods, the verdict, a package for each topic.
 *
 * <p>Two packages are for all: {@code observation} is what analyzers keep of a run and {@code
 * report} how they show it. On these stand {@code moments}, {@code marginal}, {@code passage},
 * {@code correlation}, {@code tail} and {@code trajectory}; {@code curvature} uses moments, {@code
 * floor}, {@code distance}, {@code current} and {@code spectrum} use marginals, and {@code verdict}
 * judges by moments, marginals, floors and distances.
 */
package org.thalweg.analyzers;
