package org.permitportal.journey;

import java.util.Map;
import java.util.UUID;
import org.permitportal.local.cognito.Totp;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;

/** Somebody of the city's staff, signed in with an authenticator app. */
public final class AStaffMember {
  private static final String PASSWORD = "Nine-quiet-rivers-7";

  private AStaffMember() {}

  /** The access token of a new member with this role, e.g. {@code clerk}. */
  public static String signedIn(String role) {
    CognitoIdentityProviderClient pool = ThePool.COGNITO;
    String user = role + "-" + UUID.randomUUID() + "@juniperfalls.example";
    pool.adminCreateUser(
        c -> c.userPoolId(ThePool.staff()).username(user).messageAction("SUPPRESS"));
    pool.adminSetUserPassword(
        c -> c.userPoolId(ThePool.staff()).username(user).password(PASSWORD).permanent(true));
    pool.adminAddUserToGroup(c -> c.userPoolId(ThePool.staff()).username(user).groupName(role));
    String client = ThePortal.stack().physicalId("StaffClient");
    String begun =
        pool.adminInitiateAuth(
                a ->
                    a.userPoolId(ThePool.staff())
                        .clientId(client)
                        .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", user, "PASSWORD", PASSWORD)))
            .session();
    var app = pool.associateSoftwareToken(a -> a.session(begun));
    String code = Totp.code(app.secretCode(), ThePortal.CLOCK.instant());
    String verified =
        pool.verifySoftwareToken(v -> v.session(app.session()).userCode(code)).session();
    return pool.adminRespondToAuthChallenge(
            r ->
                r.userPoolId(ThePool.staff())
                    .clientId(client)
                    .challengeName(ChallengeNameType.MFA_SETUP)
                    .session(verified)
                    .challengeResponses(Map.of("USERNAME", user)))
        .authenticationResult()
        .accessToken();
  }
}
