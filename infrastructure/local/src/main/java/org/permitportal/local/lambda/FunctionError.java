package org.permitportal.local.lambda;

/** Thrown when a function failed, timed out, or returned a reply that is too long for Lambda. */
public final class FunctionError extends Exception {
  FunctionError(String message, Throwable cause) {
    super(message, cause);
  }

  FunctionError(String message) {
    super(message);
  }
}
