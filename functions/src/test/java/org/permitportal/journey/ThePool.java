package org.permitportal.journey;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.local.cognito.Totp;
import org.permitportal.platform.Table;
import org.permitportal.platform.Write;
import org.permitportal.users.Password;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;

/** Changes users directly in the user pool, as a city's administrator could. */
public final class ThePool {
  private static final PerLocalRun<ApplicationContext> CONTEXT =
      PerLocalRun.of(() -> TheBeans.of("LoginFunction"));

  private ThePool() {}

  /** Returns a bean, created as in the function for signing in. */
  static <T> T bean(Class<T> type) {
    return CONTEXT.get().getBean(type);
  }

  static CognitoIdentityProviderClient cognito() {
    return bean(CognitoIdentityProviderClient.class);
  }

  static MembershipStore memberships() {
    return bean(MembershipStore.class);
  }

  static String contractors() {
    return ThePortal.stack().physicalId("ContractorsPool");
  }

  static String staff() {
    return ThePortal.stack().physicalId("StaffPool");
  }

  /**
   * Returns the ID token that the pool issues together with an account owner's access token. The
   * portal gives ID tokens to nobody.
   */
  public static String idToken(AnAccount account) {
    String user = account.signedIn().claims().path("username").asText();
    return signedIn(contractors(), "ContractorsClient", user, account.password())
        .authenticationResult()
        .idToken();
  }

  /**
   * Returns the ID token of a member of staff.
   *
   * @param session the session with the secret of the member's authenticator app
   */
  public static String idToken(AStaffMember member, AStaffMember.Session session) {
    ThePortal.clock().pass(Duration.ofSeconds(30));
    AdminInitiateAuthResponse asked =
        signedIn(staff(), "StaffClient", member.email(), AStaffMember.PASSWORD);
    return cognito()
        .adminRespondToAuthChallenge(
            r ->
                r.userPoolId(staff())
                    .clientId(ThePortal.stack().physicalId("StaffClient"))
                    .challengeName(ChallengeNameType.SOFTWARE_TOKEN_MFA)
                    .session(asked.session())
                    .challengeResponses(
                        Map.of(
                            "USERNAME", member.email(),
                            "SOFTWARE_TOKEN_MFA_CODE", code(session.secret()))))
        .authenticationResult()
        .idToken();
  }

  private static AdminInitiateAuthResponse signedIn(
      String pool, String client, String user, String password) {
    return cognito()
        .adminInitiateAuth(
            i ->
                i.userPoolId(pool)
                    .clientId(ThePortal.stack().physicalId(client))
                    .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                    .authParameters(Map.of("USERNAME", user, "PASSWORD", password(password))));
  }

  /** Returns a password in the form that the pool gets. */
  static String password(String typed) {
    return Password.of(typed).reveal();
  }

  /** Runs a write. Its condition must hold. */
  static void run(Write write) {
    if (!Table.run(write)) {
      throw new AssertionError("The condition of a write does not hold");
    }
  }

  /** Returns the current code of an authenticator app. */
  static String code(String secret) {
    return Totp.code(secret, ThePortal.clock().instant());
  }

  /** Returns a code that is not valid now. */
  static String wrongCode(String secret) {
    int right = Integer.parseInt(Totp.code(secret, ThePortal.clock().instant()));
    return String.format("%06d", (right + 123_457) % 1_000_000);
  }
}
