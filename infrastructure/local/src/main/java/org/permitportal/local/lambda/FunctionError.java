package org.permitportal.local.lambda;

/** A function failed, timed out, or returned more than Lambda allows. */
public final class FunctionError extends Exception {
  FunctionError(String message, Throwable cause) {
    super(message, cause);
  }

  FunctionError(String message) {
    super(message);
  }
}
