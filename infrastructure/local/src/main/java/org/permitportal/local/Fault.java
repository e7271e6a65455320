package org.permitportal.local;

/** A fault the person at the machine can mend: its message is one line and is all they see. */
public final class Fault extends RuntimeException {
  public Fault(String message) {
    super(message);
  }

  public Fault(String message, Throwable cause) {
    super(message, cause);
  }
}
