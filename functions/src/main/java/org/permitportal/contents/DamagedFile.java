package org.permitportal.contents;

/**
 * Thrown when a file ends too early or its bytes contradict each other. It has no message, so it
 * reveals nothing about the file.
 */
public final class DamagedFile extends Exception {
  private static final long serialVersionUID = 1;

  DamagedFile() {
    super(null, null, false, false);
  }
}
