package org.permitportal.files;

/** The bytes end too early or contradict themselves. Holds no message: nothing of a file leaks. */
final class DamagedFile extends Exception {
  private static final long serialVersionUID = 1;

  DamagedFile() {
    super(null, null, false, false);
  }
}
