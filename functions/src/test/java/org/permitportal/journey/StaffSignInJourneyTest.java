package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests how the city's staff sign in. */
class StaffSignInJourneyTest {
  @Test
  void theFirstSignInAsksForAnOwnPasswordAndEnrolsAnAuthenticatorApp() {
    AStaffMember clerk = AStaffMember.invited("clerk");
    ApiCall.Answer asked = clerk.login(clerk.temporary()).expect(200);
    assertThat(asked.text("/asked/ask")).isEqualTo("NEW_PASSWORD");
    assertThat(asked.headers().firstValue("set-cookie")).isEmpty();
    String challenge = asked.text("/asked/challenge");
    assertThat(answer(challenge, "newPassword", "short").expect(400).errors())
        .containsExactly("newPassword TOO_SHORT");
    assertThat(answer(challenge, "newPassword", "password1").expect(400).errors())
        .containsExactly("newPassword COMMON");
    assertThat(answer(challenge, "code", "123456").expect(400).errors())
        .containsExactly("newPassword REQUIRED");
    ApiCall.Answer enrol = answer(challenge, "newPassword", AStaffMember.PASSWORD).expect(200);
    assertThat(enrol.text("/asked/ask")).isEqualTo("ENROL_AUTHENTICATOR");
    String secret = enrol.text("/asked/secret");
    assertThat(enrol.text("/asked/otpauth"))
        .startsWith("otpauth://totp/City%20of%20Juniper%20Falls:clerk-")
        .contains("secret=" + secret, "issuer=City%20of%20Juniper%20Falls");
    String proof = enrol.text("/asked/challenge");
    assertThat(answer(proof, "code", ThePool.wrongCode(secret)).expect(400).code())
        .isEqualTo("CODE_NOT_VALID");
    ApiCall.Answer in = answer(proof, "code", ThePool.code(secret)).expect(200);
    assertThat(in.header("set-cookie"))
        .startsWith("__Host-staff-refresh=")
        .contains("; Path=/;", "HttpOnly", "Secure", "SameSite=Strict");
    assertThat(in.body().has("refreshToken")).isFalse();
    ApiCall.of("staffLogin").json("email", clerk.email(), "password", "x").expect(403);
    ApiCall.of("answerStaffChallenge").json("challenge", proof, "code", "123456").expect(403);
    answer(proof, "code", "123456").expect(401);
  }

  @Test
  void fromThenOnACodeIsAskedForEachTimeAndTheSecretIsNotToldAgain() {
    AStaffMember reviewer = AStaffMember.invited("reviewer");
    String secret = reviewer.enrolled().secret();
    ApiCall.Answer asked = reviewer.login(AStaffMember.PASSWORD).expect(200);
    assertThat(asked.text("/asked/ask")).isEqualTo("AUTHENTICATOR_CODE");
    assertThat(asked.body().toString()).doesNotContain(secret, "otpauth");
    String challenge = asked.text("/asked/challenge");
    ThePortal.clock().pass(Duration.ofSeconds(30));
    String code = ThePool.code(secret);
    answer(challenge, "code", code).expect(200);
    String next = reviewer.login(AStaffMember.PASSWORD).expect(200).text("/asked/challenge");
    assertThat(answer(next, "code", code).expect(400).code()).isEqualTo("CODE_NOT_VALID");
  }

  @Test
  void anEnrolmentThatBrokeOffBeginsAnewWithAnotherSecret() {
    AStaffMember clerk = AStaffMember.invited("clerk");
    String challenge = clerk.login(clerk.temporary()).expect(200).text("/asked/challenge");
    String lost =
        answer(challenge, "newPassword", AStaffMember.PASSWORD).expect(200).text("/asked/secret");
    ApiCall.Answer again = clerk.login(AStaffMember.PASSWORD).expect(200);
    assertThat(again.text("/asked/ask")).isEqualTo("ENROL_AUTHENTICATOR");
    String secret = again.text("/asked/secret");
    assertThat(secret).isNotEqualTo(lost);
    answer(again.text("/asked/challenge"), "code", ThePool.code(secret)).expect(200);
  }

  @Test
  void aChallengeEndsAfterTenMinutes() {
    AStaffMember clerk = AStaffMember.invited("clerk");
    String challenge = clerk.login(clerk.temporary()).expect(200).text("/asked/challenge");
    ThePortal.clock().pass(Duration.ofMinutes(10));
    assertThat(answer(challenge, "newPassword", AStaffMember.PASSWORD).expect(401).code())
        .isEqualTo("CHALLENGE_ENDED");
  }

  @Test
  void knownAndUnknownGetTheSameAnswerByTheSameCalls() {
    AStaffMember clerk = AStaffMember.invited("clerk");
    AStaffMember nobody = new AStaffMember("x" + clerk.email(), "");
    ObjectNode[] bodies = {null, null};
    List<String> known =
        AwsCalls.of(
            "staffLogin", () -> bodies[0] = (ObjectNode) clerk.login("wrong").expect(401).body());
    List<String> unknown =
        AwsCalls.of(
            "staffLogin", () -> bodies[1] = (ObjectNode) nobody.login("wrong").expect(401).body());
    assertThat(known)
        .isEqualTo(unknown)
        .containsExactly("DynamoDb UpdateItem", "Cognito AdminInitiateAuth");
    bodies[0].remove("requestId");
    bodies[1].remove("requestId");
    assertThat(bodies[0]).isEqualTo(bodies[1]);
  }

  @Test
  void theFifthWrongPasswordOrCodeOfACallerIsTooMany() {
    AStaffMember clerk = AStaffMember.invited("clerk");
    String secret = clerk.enrolled().secret();
    String challenge = clerk.login(AStaffMember.PASSWORD).expect(200).text("/asked/challenge");
    for (int i = 0; i < 3; i++) {
      answer(challenge, "code", ThePool.wrongCode(secret)).expect(400);
    }
    answer(challenge, "code", ThePool.wrongCode(secret)).expect(429);
    clerk.login(AStaffMember.PASSWORD).expect(429);
    AStaffMember other = AStaffMember.invited("clerk");
    for (int i = 0; i < 4; i++) {
      other.login("wrong").expect(401);
    }
    other.login(other.temporary()).expect(429);
  }

  @Test
  void theCookieGoesOnWithTheSessionUntilItIsSignedOut() {
    AStaffMember.Session session = AStaffMember.invited("admin").enrolled();
    ApiCall.of("refreshStaffSession")
        .header("cookie", "__Host-staff-refresh=" + session.cookie())
        .expect(403);
    ApiCall.Answer next = withCookie("refreshStaffSession", session.cookie()).expect(200);
    String cookie = next.cookie("__Host-staff-refresh");
    assertThat(cookie).isNotEqualTo(session.cookie());
    ThePortal.clock().pass(Duration.ofSeconds(60));
    withCookie("refreshStaffSession", session.cookie()).expect(401);
    ApiCall.of("logoutStaff").header("cookie", "__Host-staff-refresh=" + cookie).expect(403);
    assertThat(withCookie("logoutStaff", cookie).expect(204).header("set-cookie"))
        .startsWith("__Host-staff-refresh=; Path=/; Max-Age=0;");
    withCookie("refreshStaffSession", cookie).expect(401);
    withCookie("logoutStaff", cookie).expect(204);
    ApiCall.of("logoutStaff").header("origin", ThePortal.stack().url()).expect(204);
    ApiCall.of("refreshStaffSession").header("origin", ThePortal.stack().url()).expect(401);
  }

  @Test
  void aStaffSessionEndsAfterTwelveHours() {
    AStaffMember.Session session = AStaffMember.invited("clerk").enrolled();
    ThePortal.clock().pass(Duration.ofHours(12));
    withCookie("refreshStaffSession", session.cookie()).expect(401);
  }

  @Test
  void aFieldThatIsMissingOrWrongIsToldByName() {
    ApiCall call =
        ApiCall.of("staffLogin").header("origin", ThePortal.stack().url()).json("email", "clerk");
    assertThat(call.expect(400).errors()).containsExactly("email INVALID", "password REQUIRED");
  }

  private static ApiCall answer(String challenge, String field, String value) {
    return AStaffMember.answering().json("challenge", challenge, field, value);
  }

  private static ApiCall withCookie(String operation, String cookie) {
    return ApiCall.of(operation)
        .header("origin", ThePortal.stack().url())
        .header("cookie", "__Host-staff-refresh=" + cookie);
  }
}
