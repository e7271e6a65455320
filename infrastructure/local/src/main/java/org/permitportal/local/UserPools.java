package org.permitportal.local;

import java.nio.file.Path;
import java.time.Clock;
import org.permitportal.local.template.Stack;

/** The template's user pools on the Cognito emulator. */
final class UserPools implements AutoCloseable {
  private UserPools() {}

  static UserPools start(Stack template, Path folder, Clock clock) {
    if (!template.resources("AWS::Cognito::UserPool").isEmpty()) {
      throw new Fault("user pools are unknown to the local run, " + folder + " " + clock);
    }
    return new UserPools();
  }

  String id(String logicalId) {
    return logicalId;
  }

  String issuer(String issuer) {
    return issuer;
  }

  String endpoint() {
    return "none";
  }

  @Override
  public void close() {}
}
