package org.thalweg.analyzers;

import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Result;

/** Makes results of estimates. */
final class Results {
  private Results() {}

  static Result of(String quantity, String method, Estimate estimate, String unit) {
    return new Result(quantity, method, estimate.value(), estimate.error(), unit);
  }
}
