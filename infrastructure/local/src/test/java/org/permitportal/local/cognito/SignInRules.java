package org.permitportal.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.permitportal.local.cognito.Bench.PASSWORD;
import static org.permitportal.local.cognito.Rule.holds;
import static org.permitportal.local.cognito.Rule.refused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.permitportal.local.cognito.Rule.Needs;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EnableSoftwareTokenMfaException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SoftwareTokenMfaNotFoundException;

/** The rules of signing in: passwords, lockout, challenges, one-time codes and unknown users. */
final class SignInRules {
  private static final String WRONG = "Incorrect username or password.";
  private static final String EXCEEDED = "Password attempts exceeded";

  static final List<Rule> ROWS =
      List.of(
          refused(
              "a wrong password is refused",
              NotAuthorizedException.class,
              WRONG,
              bench -> bench.login(bench.user(), "wrong-lantern")),
          refused(
              "an unknown user looks like a wrong password",
              NotAuthorizedException.class,
              WRONG,
              bench -> bench.login(bench.name(), PASSWORD)),
          refused(
              "a disabled user cannot sign in",
              NotAuthorizedException.class,
              "User is disabled.",
              bench -> {
                String user = bench.user();
                bench.disable(user);
                bench.login(user, PASSWORD);
              }),
          holds(
              "an enabled user can again",
              bench -> {
                String user = bench.user();
                bench.disable(user);
                bench.cognito.adminEnableUser(it -> it.userPoolId(bench.pool).username(user));
                assertThat(bench.tokens(user).accessToken()).isNotBlank();
              }),
          refused(
              "a flow the client does not have is refused",
              InvalidParameterException.class,
              "Auth flow not enabled for this client",
              bench -> {
                String refresh = bench.tokens(bench.user()).refreshToken();
                bench.cognito.adminInitiateAuth(
                    it ->
                        it.userPoolId(bench.pool)
                            .clientId(bench.client)
                            .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                            .authParameters(Map.of("REFRESH_TOKEN", refresh)));
              }),
          refused(
              "five wrong passwords lock for a second, also against the right one",
              NotAuthorizedException.class,
              EXCEEDED,
              bench -> bench.login(wrongly(bench, bench.user(), 5), PASSWORD)),
          holds(
                  "the lock doubles with each wrong password and ends with the right one",
                  bench -> {
                    String user = wrongly(bench, bench.user(), 5);
                    bench.pass(Duration.ofSeconds(1));
                    wrongly(bench, user, 1);
                    bench.pass(Duration.ofSeconds(1));
                    assertThatThrownBy(() -> bench.tokens(user)).hasMessageContaining(EXCEEDED);
                    bench.pass(Duration.ofSeconds(1));
                    assertThat(bench.tokens(user)).isNotNull();
                    wrongly(bench, user, 4);
                    assertThat(bench.tokens(user)).isNotNull();
                  })
              .needing(Needs.A_MOVED_CLOCK),
          holds(
                  "the lock is never longer than a quarter of an hour",
                  bench -> {
                    String user = wrongly(bench, bench.user(), 5);
                    for (int seconds = 1; seconds < 1024; seconds *= 2) {
                      bench.pass(Duration.ofSeconds(seconds));
                      wrongly(bench, user, 1);
                    }
                    bench.pass(Duration.ofMinutes(15));
                    assertThat(bench.tokens(user)).isNotNull();
                  })
              .needing(Needs.A_MOVED_CLOCK),
          holds(
              "a password set by an administrator ends the lock (on no page: unverified)",
              bench -> {
                String user = wrongly(bench, bench.user(), 6);
                bench.setPassword(user, PASSWORD);
                assertThat(bench.tokens(user)).isNotNull();
              }),
          refused(
              "guessing the old password at ChangePassword ends in LimitExceeded",
              LimitExceededException.class,
              "Attempt limit exceeded, please try after some time.",
              bench -> {
                String access = bench.tokens(bench.user()).accessToken();
                for (int i = 0; i < 5; i++) {
                  assertThatThrownBy(() -> changePassword(bench, access))
                      .isInstanceOf(NotAuthorizedException.class);
                }
                changePassword(bench, access);
              }),
          holds(
              "a temporary password is exchanged for an own one",
              bench -> {
                String user = bench.invited("Temporary-lantern-1");
                var challenge = bench.login(user, "Temporary-lantern-1");
                assertThat(challenge.challengeNameAsString()).isEqualTo("NEW_PASSWORD_REQUIRED");
                Map<String, String> own = Map.of("USERNAME", user, "NEW_PASSWORD", PASSWORD);
                assertThat(bench.answer("NEW_PASSWORD_REQUIRED", challenge.session(), own))
                    .isNotNull();
                assertThat(bench.tokens(user)).isNotNull();
              }),
          refused(
              "the own password keeps to the policy",
              InvalidPasswordException.class,
              "Password not long enough",
              bench -> {
                String user = bench.invited("Temporary-lantern-1");
                String session = bench.login(user, "Temporary-lantern-1").session();
                Map<String, String> own = Map.of("USERNAME", user, "NEW_PASSWORD", "short");
                bench.answer("NEW_PASSWORD_REQUIRED", session, own);
              }),
          refused(
                  "a temporary password lasts seven days",
                  NotAuthorizedException.class,
                  "Temporary password has expired",
                  bench -> {
                    String user = bench.invited("Temporary-lantern-1");
                    bench.pass(Duration.ofDays(7));
                    bench.login(user, "Temporary-lantern-1");
                  })
              .needing(Needs.A_MOVED_CLOCK),
          refused(
                  "a challenge lasts three minutes",
                  NotAuthorizedException.class,
                  "Invalid session for the user, session is expired.",
                  bench -> {
                    String user = bench.invited("Temporary-lantern-1");
                    String session = bench.login(user, "Temporary-lantern-1").session();
                    bench.pass(Duration.ofMinutes(3));
                    Map<String, String> own = Map.of("USERNAME", user, "NEW_PASSWORD", PASSWORD);
                    bench.answer("NEW_PASSWORD_REQUIRED", session, own);
                  })
              .needing(Needs.A_MOVED_CLOCK),
          holds(
                  "an enrolled user signs in with password and code",
                  bench -> {
                    String user = bench.user();
                    String secret = bench.enrol(user);
                    bench.pass(Duration.ofSeconds(30));
                    assertThat(code(bench, user, Totp.code(secret, bench.now()))).isNotNull();
                  })
              .needing(Needs.A_MOVED_CLOCK),
          refused(
                  "a code is accepted once",
                  ExpiredCodeException.class,
                  "Your software token has already been used once.",
                  bench -> {
                    String user = bench.user();
                    code(bench, user, Totp.code(bench.enrol(user), bench.now()));
                  })
              .needing(Needs.A_MOVED_CLOCK),
          holds(
                  "a code one step early or late is accepted, two steps are not",
                  bench -> {
                    String user = bench.user();
                    String secret = bench.enrol(user);
                    bench.pass(Duration.ofMinutes(5));
                    String late = Totp.code(secret, bench.now().minusSeconds(30));
                    assertThat(code(bench, user, late)).isNotNull();
                    String early = Totp.code(secret, bench.now().plusSeconds(30));
                    assertThat(code(bench, user, early)).isNotNull();
                    String tooEarly = Totp.code(secret, bench.now().plusSeconds(60));
                    assertThatThrownBy(() -> code(bench, user, tooEarly))
                        .isInstanceOf(CodeMismatchException.class);
                  })
              .needing(Needs.A_MOVED_CLOCK),
          refused(
              "a wrong code is refused",
              CodeMismatchException.class,
              "Invalid code received for user",
              bench -> {
                String user = bench.user();
                code(bench, user, other(Totp.code(bench.enrol(user), bench.now())));
              }),
          refused(
              "a wrong code enrols nothing",
              EnableSoftwareTokenMfaException.class,
              "Code mismatch and fail enable Software Token MFA",
              bench -> {
                String access = bench.tokens(bench.user()).accessToken();
                String secret =
                    bench.cognito.associateSoftwareToken(it -> it.accessToken(access)).secretCode();
                String wrong = other(Totp.code(secret, bench.now()));
                bench.cognito.verifySoftwareToken(it -> it.accessToken(access).userCode(wrong));
              }),
          refused(
              "nothing is verified before it is set up",
              SoftwareTokenMfaNotFoundException.class,
              "Software Token MFA does not exist",
              bench -> {
                String access = bench.tokens(bench.user()).accessToken();
                bench.cognito.verifySoftwareToken(it -> it.accessToken(access).userCode("123456"));
              }),
          refused(
              "the token of a session that was ended everywhere sets nothing up",
              NotAuthorizedException.class,
              "Access Token has been revoked",
              bench -> {
                String user = bench.user();
                String access = bench.tokens(user).accessToken();
                bench.cognito.adminUserGlobalSignOut(
                    it -> it.userPoolId(bench.pool).username(user));
                bench.cognito.associateSoftwareToken(it -> it.accessToken(access));
              }),
          holds(
              "whose second factor an administrator turned off signs in by the password alone",
              bench -> {
                String user = bench.user();
                bench.enrol(user);
                bench.cognito.adminSetUserMFAPreference(
                    it ->
                        it.userPoolId(bench.pool)
                            .username(user)
                            .softwareTokenMfaSettings(
                                off -> off.enabled(false).preferredMfa(false)));
                assertThat(bench.tokens(user).accessToken()).isNotEmpty();
              }),
          refused(
              "codes cannot be preferred before enrolment",
              InvalidParameterException.class,
              "User has not verified software token mfa",
              bench -> {
                String access = bench.tokens(bench.user()).accessToken();
                bench.cognito.setUserMFAPreference(
                    it -> it.accessToken(access).softwareTokenMfaSettings(on -> on.enabled(true)));
              }));

  private SignInRules() {}

  /** Returns a wrong code. In rare cases it can be the code of the time step before or after. */
  private static String other(String code) {
    return new StringBuilder(code).reverse().toString().equals(code)
        ? "135790"
        : new StringBuilder(code).reverse().toString();
  }

  private static Object code(Bench bench, String user, String code) {
    var challenge = bench.login(user, PASSWORD);
    assertThat(challenge.challengeNameAsString()).isEqualTo("SOFTWARE_TOKEN_MFA");
    return bench.answer(
        "SOFTWARE_TOKEN_MFA",
        challenge.session(),
        Map.of("USERNAME", user, "SOFTWARE_TOKEN_MFA_CODE", code));
  }

  private static String wrongly(Bench bench, String user, int times) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() -> bench.login(user, "wrong-lantern"))
          .isInstanceOf(NotAuthorizedException.class);
    }
    return user;
  }

  private static void changePassword(Bench bench, String access) {
    bench.cognito.changePassword(
        it ->
            it.accessToken(access)
                .previousPassword("wrong-lantern")
                .proposedPassword("another-lantern"));
  }
}
