package org.permitportal.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;

/**
 * A member of the city's staff, created in the same way as by an administrator.
 *
 * @param temporary the temporary password in the invitation
 */
public record AStaffMember(String email, String temporary) {
  public static final String PASSWORD = "nine quiet harbors";

  private static final PerLocalRun<Map<String, Token>> TOKENS = PerLocalRun.of(HashMap::new);

  /** A staff member's session. */
  public record Session(String accessToken, String cookie, String secret) {}

  /** Invites a member of staff with this role. */
  public static AStaffMember invited(String role) {
    AStaffMember member =
        new AStaffMember(
            role + "-" + UUID.randomUUID() + "@juniperfalls.example", "Temp-4711-lamp");
    ThePool.cognito()
        .adminCreateUser(
            c ->
                c.userPoolId(ThePool.staff())
                    .username(member.email)
                    .temporaryPassword(member.temporary)
                    .messageAction(MessageActionType.SUPPRESS));
    ThePool.cognito()
        .adminAddUserToGroup(
            a -> a.userPoolId(ThePool.staff()).username(member.email).groupName(role));
    return member;
  }

  /**
   * Returns the access token of a member with this role. Signs in anew when the last token has
   * expired.
   */
  public static synchronized String token(String role) {
    Token known = TOKENS.get().get(role);
    Instant now = ThePortal.clock().instant();
    if (known == null || known.until.isBefore(now)) {
      String fresh = invited(role).enrolled().accessToken();
      known = new Token(fresh, ThePortal.clock().instant().plus(Duration.ofMinutes(5)));
      TOKENS.get().put(role, known);
    }
    return known.text;
  }

  private record Token(String text, Instant until) {}

  /** Signs in for the first time: sets a password and enrolls an authenticator app. */
  public Session enrolled() {
    ApiCall.Answer asked = login(temporary).expect(200);
    ApiCall.Answer enrol =
        answering()
            .json("challenge", asked.text("/asked/challenge"), "newPassword", PASSWORD)
            .expect(200);
    String secret = enrol.text("/asked/secret");
    ApiCall.Answer in =
        answering()
            .json("challenge", enrol.text("/asked/challenge"), "code", ThePool.code(secret))
            .expect(200);
    return new Session(in.text("/accessToken"), in.cookie("__Host-staff-refresh"), secret);
  }

  /** Signs in with the member's password and the authenticator app's next code. */
  public Session signedIn(String secret) {
    ThePortal.clock().pass(Duration.ofSeconds(30));
    String challenge = login(PASSWORD).expect(200).text("/asked/challenge");
    ApiCall.Answer in =
        answering().json("challenge", challenge, "code", ThePool.code(secret)).expect(200);
    return new Session(in.text("/accessToken"), in.cookie("__Host-staff-refresh"), secret);
  }

  ApiCall login(String password) {
    return ApiCall.of("staffLogin")
        .header("origin", ThePortal.stack().url())
        .json("email", email, "password", password);
  }

  static ApiCall answering() {
    return ApiCall.of("answerStaffChallenge").header("origin", ThePortal.stack().url());
  }
}
