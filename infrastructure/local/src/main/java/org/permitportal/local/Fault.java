package org.permitportal.local;

/** A fault that the person at the machine can fix. Its one-line message is all they see. */
public final class Fault extends RuntimeException {
  public Fault(String message) {
    super(message);
  }

  public Fault(String message, Throwable cause) {
    super(message, cause);
  }
}
