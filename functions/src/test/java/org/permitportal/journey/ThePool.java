package org.permitportal.journey;

import io.micronaut.context.ApplicationContext;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.local.cognito.Totp;
import org.permitportal.platform.Table;
import org.permitportal.platform.Write;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** What a city's administrator, or time, does to users behind the portal's back. */
final class ThePool {
  private static final ApplicationContext CONTEXT = TheBeans.of("LoginFunction");
  static final CognitoIdentityProviderClient COGNITO =
      CONTEXT.getBean(CognitoIdentityProviderClient.class);
  static final MembershipStore MEMBERSHIPS = CONTEXT.getBean(MembershipStore.class);

  private ThePool() {}

  /** A part of the portal, made as in the function that signs in. */
  static <T> T bean(Class<T> type) {
    return CONTEXT.getBean(type);
  }

  static String contractors() {
    return ThePortal.stack().physicalId("ContractorsPool");
  }

  static String staff() {
    return ThePortal.stack().physicalId("StaffPool");
  }

  /** Runs a write whose condition holds. */
  static void run(Write write) {
    if (!Table.run(write)) {
      throw new AssertionError("The condition of a write does not hold");
    }
  }

  /** The code of an authenticator app now. */
  static String code(String secret) {
    return Totp.code(secret, ThePortal.CLOCK.instant());
  }

  /** A code that is not valid now. */
  static String wrongCode(String secret) {
    int right = Integer.parseInt(Totp.code(secret, ThePortal.CLOCK.instant()));
    return String.format("%06d", (right + 123_457) % 1_000_000);
  }
}
