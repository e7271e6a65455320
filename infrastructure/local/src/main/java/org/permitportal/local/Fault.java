package org.permitportal.local;

/**
 * A fault that the user of the local run can fix. The user sees only the message, without a stack
 * trace.
 */
public final class Fault extends RuntimeException {
  public Fault(String message) {
    super(message);
  }

  public Fault(String message, Throwable cause) {
    super(message, cause);
  }
}
