package org.thalweg.engine.predict;

import java.util.List;
import org.thalweg.api.analysis.Estimate;

/**
 * One value of a prediction.
 *
 * @param where what was asked: a place, a coordinate, a passage; empty for the problem as a whole
 * @param methods the methods for which it holds, which may differ in the prediction's own error;
 *     empty for all of them
 * @param estimate the value with the prediction's own error
 */
public record Answer(String where, List<String> methods, Estimate estimate) {}
