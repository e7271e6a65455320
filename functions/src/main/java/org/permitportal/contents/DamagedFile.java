package org.permitportal.contents;

/**
 * Thrown when a file's bytes end too early or contradict themselves. It has no message, so it
 * reveals nothing about the file.
 */
public final class DamagedFile extends Exception {
  private static final long serialVersionUID = 1;

  DamagedFile() {
    super(null, null, false, false);
  }
}
