package org.permitportal.architecture.violators.sessions;

import org.permitportal.architecture.Violates;

@Violates("only the log prints")
final class SessionThatPrints {
  private SessionThatPrints() {}

  static void began(String user) {
    System.out.println(user);
  }
}
