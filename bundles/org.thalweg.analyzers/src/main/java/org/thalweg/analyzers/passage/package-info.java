/**
 * When something happens to walkers for the first time, and at what rate: passages, escapes,
 * divergence.
 *
 * <p>Walkers are followed step by step; those that leave for other reasons are lost from sight
 * ({@link org.thalweg.analyzers.passage.Survival}).
 */
package org.thalweg.analyzers.passage;
