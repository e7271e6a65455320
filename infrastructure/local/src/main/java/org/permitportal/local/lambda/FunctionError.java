package org.permitportal.local.lambda;

/** The function threw, ran out of time or gave more than Lambda carries. */
public final class FunctionError extends Exception {
  FunctionError(String message, Throwable cause) {
    super(message, cause);
  }

  FunctionError(String message) {
    super(message);
  }
}
