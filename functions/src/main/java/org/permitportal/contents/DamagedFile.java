package org.permitportal.contents;

/** The bytes end too early or contradict themselves. Holds no message: nothing of a file leaks. */
public final class DamagedFile extends Exception {
  private static final long serialVersionUID = 1;

  DamagedFile() {
    super(null, null, false, false);
  }
}
