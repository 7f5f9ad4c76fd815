package org.thalweg.api.analysis;

import java.util.Optional;

/**
 * What an analyzer gets back of one method: its own observers, merged over all chunks.
 *
 * @param method the method
 * @param observer the observer that the analyzer made for it
 * @param paths the path observer that the analyzer made for it, where it made one
 */
public record Observed(MethodInfo method, Observer observer, Optional<PathObserver> paths) {}
