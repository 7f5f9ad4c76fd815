package org.thalweg.theory;

/** Tells in one sentence why a closed form does not hold for a problem. */
final class OutOfValidity extends Exception {
  private static final long serialVersionUID = 1L;

  OutOfValidity(String reason) {
    super(reason, null, false, false);
  }
}
