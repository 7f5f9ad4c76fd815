package org.thalweg.engine.draft;

import java.util.List;

/**
 * An experiment to begin with, found good.
 *
 * @param text the file: JSON with comments
 * @param leftOut what would usually be there and does not fit, with the reason, one line each
 */
public record Draft(String text, List<String> leftOut) {}
