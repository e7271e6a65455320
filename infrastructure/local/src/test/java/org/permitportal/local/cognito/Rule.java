package org.permitportal.local.cognito;

import org.jspecify.annotations.Nullable;

/**
 * One rule of Cognito: some calls, and the required result of the last call.
 *
 * @param needs the thing that the rule needs and a real pool cannot offer
 * @param calls the calls; they also check the results of calls that succeed
 * @param exception the exception with which the last call must fail, or null when all calls must
 *     succeed
 * @param message the exception's message, or null when all calls must succeed
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
