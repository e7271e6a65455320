package org.permitportal.journey;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.local.cognito.Totp;
import org.permitportal.platform.Table;
import org.permitportal.platform.Write;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** What a city's administrator, or time, does to users behind the portal's back. */
final class ThePool {
  private static final ApplicationContext CONTEXT = context();
  static final CognitoIdentityProviderClient COGNITO =
      CONTEXT.getBean(CognitoIdentityProviderClient.class);
  static final MembershipStore MEMBERSHIPS = CONTEXT.getBean(MembershipStore.class);

  private ThePool() {}

  private static ApplicationContext context() {
    Map<String, Object> environment =
        new HashMap<>(ThePortal.stack().environmentOf("LoginFunction"));
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .environmentPropertySource(false)
            .propertySources(
                PropertySource.of(
                    "function",
                    environment,
                    PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE,
                    PropertySource.Origin.of("template.yaml")))
            .build();
    context.registerSingleton(Clock.class, ThePortal.CLOCK);
    return context.start();
  }

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
