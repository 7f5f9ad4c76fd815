/**
 * The judgement of methods and predictions against each other, every error named by its source.
 *
 * <p>{@link org.thalweg.analyzers.verdict.Witness} is a method with what was seen of it; {@link
 * org.thalweg.analyzers.verdict.Court} hears them all, because how sure one must be of one
 * comparison depends on how many there are.
 */
package org.thalweg.analyzers.verdict;
