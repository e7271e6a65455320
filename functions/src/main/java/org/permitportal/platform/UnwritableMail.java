package org.permitportal.platform;

/** Thrown when a mail's text or one of its values is missing. Another try would not help. */
public final class UnwritableMail extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param missing says what is missing; never contains a value
   */
  UnwritableMail(String missing) {
    super(missing);
  }
}
