package org.permitportal.local.cognito;

import org.jspecify.annotations.Nullable;

/**
 * One rule of the table: some calls, and how the last of them must end.
 *
 * @param needs what the rule needs and a real pool can't offer
 * @param exception the exception that must refuse the last call, or null when the calls must
 *     succeed; they then check their results themselves
 */
record Rule(
    String name,
    Needs needs,
    Calls calls,
    @Nullable Class<? extends Exception> exception,
    @Nullable String message) {

  enum Needs {
    NOTHING,
    A_MOVED_CLOCK,
    ITS_OWN_SETTINGS
  }

  interface Calls {
    void on(Bench bench) throws Exception;
  }

  static Rule holds(String name, Calls calls) {
    return new Rule(name, Needs.NOTHING, calls, null, null);
  }

  static Rule refused(
      String name, Class<? extends Exception> exception, String message, Calls calls) {
    return new Rule(name, Needs.NOTHING, calls, exception, message);
  }

  Rule needing(Needs needed) {
    return new Rule(name, needed, calls, exception, message);
  }

  @Override
  public String toString() {
    return name;
  }
}
