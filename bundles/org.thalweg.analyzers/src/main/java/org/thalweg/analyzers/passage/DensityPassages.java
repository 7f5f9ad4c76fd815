package org.thalweg.analyzers.passage;

import org.thalweg.api.analysis.MethodInfo;

/**
 * The passages of one density.
 *
 * @param method the method
 * @param fields its times and probabilities from everywhere
 */
record DensityPassages(MethodInfo method, PassageFields fields) {}
