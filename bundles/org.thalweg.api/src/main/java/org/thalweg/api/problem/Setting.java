package org.thalweg.api.problem;

/**
 * What a noise acts with: the landscape, the learning rate and the batch size.
 *
 * @param landscape the landscape
 * @param learningRate eta(t), the time that one SGD step takes
 * @param batch B(t), samples per minibatch
 */
public record Setting(Landscape landscape, Schedule learningRate, Schedule batch) {}
