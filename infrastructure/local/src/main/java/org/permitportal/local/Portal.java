package org.permitportal.local;

/** Starts this app on one machine. */
public final class Portal {
  private Portal() {}

  public static void main(String[] arguments) {}
}
