package org.permitportal.platform;

/**
 * Thrown when a mail's text, language or one of its values is missing. Trying again will not help.
 */
public final class UnwritableMail extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what is missing; never a value. */
  UnwritableMail(String missing) {
    super(missing);
  }
}
