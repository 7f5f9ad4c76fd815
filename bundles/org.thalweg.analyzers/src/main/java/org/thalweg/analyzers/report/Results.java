package org.thalweg.analyzers.report;

import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Result;

/** Makes results of estimates. */
public final class Results {
  private Results() {}

  /** A quantity of one method, with the error of the estimate. */
  public static Result of(String quantity, String method, Estimate estimate, String unit) {
    return new Result(quantity, method, estimate.value(), estimate.error(), unit);
  }
}
