package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AnAccount.Session;

/** Tests how contractors and homeowners sign in. */
class SignInJourneyTest {
  @Test
  void theListTheNameInAnySpellingAndTheEmailAddressAllSignIn() {
    AnAccount account = AnAccount.confirmed();
    String token0 = account.signedIn().accessToken();
    assertThat(account(token0).text("/number")).isEqualTo(account.number());
    for (String user :
        List.of(
            account.name(),
            account.name().toUpperCase(Locale.ROOT).replace("-", " ") + ", L.L.C.",
            " " + account.email().toUpperCase(Locale.ROOT))) {
      String token = login(user, account.password()).expect(200).text("/accessToken");
      assertThat(account(token).text("/name")).isEqualTo(account.name());
    }
  }

  @Test
  void theOwnAccountIsToldWithItsVersionAndNobodyElsesSecrets() {
    AnAccount account = AnAccount.confirmed();
    String token = account.signedIn().accessToken();
    ApiCall.Answer answer = account(token);
    assertThat(answer.version()).isEqualTo(1);
    assertThat(answer.text("/memberId"))
        .isEqualTo(ApiCall.of("listMembers").bearer(token).expect(200).text("/members/0/memberId"));
    assertThat(answer.text("/email")).isEqualTo(account.email());
    assertThat(answer.text("/role")).isEqualTo("OWNER");
    assertThat(answer.body().toString()).doesNotContain("circular").doesNotContain("lantern");
    ApiCall.of("getAccount").expect(401);
  }

  @Test
  void pagesGetTheRefreshTokenInACookieThatScriptsCanNotRead() {
    AnAccount account = AnAccount.confirmed();
    ApiCall.Answer answer = cookieLogin(account).expect(200);
    assertThat(answer.body().has("refreshToken")).isFalse();
    assertThat(answer.body().path("expiresIn").asInt()).isEqualTo(600);
    assertThat(answer.header("set-cookie"))
        .startsWith("__Host-refresh=")
        .contains("; Path=/;", "HttpOnly", "Secure", "SameSite=Strict", "Max-Age=2592000");
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
  }

  @Test
  void aPageOfAnotherOriginGetsNoCookie() {
    AnAccount account = AnAccount.confirmed();
    for (String origin : List.of("https://evil.example", ThePortal.stack().url() + "0", "null")) {
      ApiCall.Answer refused = cookieLogin(account).header("origin", origin).expect(403);
      assertThat(refused.code()).isEqualTo("WRONG_ORIGIN");
      assertThat(refused.headers().firstValue("set-cookie")).isEmpty();
    }
  }

  @Test
  void whoSignsInHasToBeSaidOnceAndEveryFieldErrorIsToldAtOnce() {
    assertThat(ApiCall.of("login").json("user", "", "device", "\u0007").expect(400).errors())
        .contains("delivery REQUIRED", "password REQUIRED", "user OUT_OF_RANGE", "device INVALID");
    assertThat(ApiCall.of("login").json("password", "x", "delivery", "BODY").expect(400).errors())
        .containsExactly("user REQUIRED");
    assertThat(
            ApiCall.of("login")
                .json("user", "a", "handle", "0".repeat(26), "password", "x", "delivery", "BODY")
                .expect(400)
                .errors())
        .containsExactly("user REQUIRED");
  }

  @Test
  void knownAndUnknownGetTheSameAnswerByTheSameNumberOfCalls() {
    AnAccount account = AnAccount.confirmed();
    login("warm-up", "wrong").expect(401);
    Seen known = seen(account.name());
    assertThat(known.calls)
        .containsExactly("DynamoDb GetItem", "DynamoDb UpdateItem", "Cognito AdminInitiateAuth");
    assertThat(known.body.path("code").asText()).isEqualTo("WRONG_CREDENTIALS");
    assertThat(seen(account.email())).isEqualTo(known);
    assertThat(seen("Nobody at all " + account.draftId())).isEqualTo(known);
    assertThat(seen("nobody-" + account.draftId() + "@rivera.example")).isEqualTo(known);
    assertThat(seen("mixed Rivеra " + account.draftId())).isEqualTo(known);
    Seen byHandle =
        seen(
            () ->
                ApiCall.of("login")
                    .json("handle", "0".repeat(26), "password", "wrong", "delivery", "BODY"));
    assertThat(byHandle).isEqualTo(known);
  }

  @Test
  void aSignInTakesFourCalls() {
    AnAccount account = AnAccount.confirmed();
    account.signedIn();
    assertThat(calls(account::signedIn))
        .containsExactly(
            "DynamoDb GetItem",
            "DynamoDb UpdateItem",
            "Cognito AdminInitiateAuth",
            "DynamoDb TransactWriteItems");
  }

  @Test
  void theFifthWrongPasswordOfACallerNeverReachesThePool() {
    AnAccount account = AnAccount.confirmed();
    for (int i = 0; i < 4; i++) {
      login(account.name(), "wrong").expect(401);
    }
    List<String> calls =
        calls(
            () -> {
              ApiCall.Answer answer = login(account.email(), account.password()).expect(429);
              assertThat(answer.code()).isEqualTo("TOO_MANY_TRIES");
              assertThat(Integer.parseInt(answer.header("retry-after"))).isBetween(1, 960);
            });
    assertThat(calls).isNotEmpty().noneMatch(call -> call.startsWith("Cognito"));
    ThePortal.clock().pass(Duration.ofMinutes(16));
    login(account.name(), account.password()).expect(200);
  }

  @Test
  void anUnknownNameIsCountedLikeAnyOther() {
    String nobody = "Nobody " + AnAccount.PASSWORD.length() + java.util.UUID.randomUUID();
    for (int i = 0; i < 4; i++) {
      login(nobody, "wrong").expect(401);
    }
    login(nobody.toUpperCase(Locale.ROOT), "wrong").expect(429);
  }

  @Test
  void triesAreForgottenOnceThePasswordIsRight() {
    AnAccount account = AnAccount.confirmed();
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 3; i++) {
        login(account.name(), "wrong").expect(401);
      }
      login(account.name(), account.password()).expect(200);
    }
  }

  @Test
  void disabledAndMissingPoolUsersLookLikeAWrongPassword() {
    AnAccount account = AnAccount.confirmed();
    String user = account.signedIn().claims().path("username").asText();
    ThePool.cognito().adminDisableUser(d -> d.userPoolId(ThePool.contractors()).username(user));
    ApiCall.Answer disabled = login(account.name(), account.password()).expect(401);
    ThePool.cognito().adminDeleteUser(d -> d.userPoolId(ThePool.contractors()).username(user));
    ApiCall.Answer missing = login(account.name(), account.password()).expect(401);
    assertThat(disabled.code()).isEqualTo("WRONG_CREDENTIALS").isEqualTo(missing.code());
    assertThat(missing.text("/title")).contains("emailed code");
  }

  @Test
  void aSuspensionHoldsAtOnceWhateverTheTokenSays() {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    String user = session.claims().path("username").asText();
    account(session.accessToken());
    ThePool.run(ThePool.memberships().suspend(user, ThePortal.clock().instant()));
    assertThat(ApiCall.of("getAccount").bearer(session.accessToken()).expect(401).code())
        .isEqualTo("SESSION_ENDED");
    refresh(session.refreshToken()).expect(401);
    assertThat(login(account.name(), account.password()).expect(403).code())
        .isEqualTo("SIGN_IN_CLOSED");
    ThePool.run(ThePool.memberships().reinstate(user));
    account(session.accessToken());
    refresh(session.refreshToken()).expect(200);
  }

  @Test
  void endedSessionsEndAtOnceAllButTheExemptOne() {
    AnAccount account = AnAccount.confirmed();
    Session kept = account.signedIn();
    Session ended = account.signedIn();
    String user = kept.claims().path("username").asText();
    ThePool.run(
        ThePool.memberships()
            .endSessions(
                user, ThePortal.clock().instant(), kept.claims().path("origin_jti").asText()));
    account(kept.accessToken());
    refresh(kept.refreshToken()).expect(200);
    ApiCall.of("getAccount").bearer(ended.accessToken()).expect(401);
    refresh(ended.refreshToken()).expect(401);
    ThePortal.clock().pass(Duration.ofSeconds(1));
    account(account.signedIn().accessToken());
  }

  @Test
  void whoSignsInInTheSecondInWhichAllSessionsEndSignsInAgain() {
    AnAccount account = AnAccount.confirmed();
    String user = userOf(account);
    ThePool.run(
        ThePool.memberships()
            .endSessions(user, ThePortal.clock().instant().plus(Duration.ofMinutes(1)), null));
    assertThat(login(account.name(), account.password()).expect(401).code())
        .isEqualTo("SESSION_ENDED");
    ThePortal.clock().pass(Duration.ofSeconds(62));
    account(account.signedIn().accessToken());
  }

  private static String userOf(AnAccount account) {
    return account.signedIn().claims().path("username").asText();
  }

  private static ApiCall login(String user, String password) {
    return ApiCall.of("login").json("user", user, "password", password, "delivery", "BODY");
  }

  private static ApiCall cookieLogin(AnAccount account) {
    return ApiCall.of("login")
        .header("origin", ThePortal.stack().url())
        .json("handle", account.handle(), "password", account.password(), "delivery", "COOKIE");
  }

  private static ApiCall refresh(String token) {
    return ApiCall.of("refreshSession").json("refreshToken", token);
  }

  private static ApiCall.Answer account(String token) {
    return ApiCall.of("getAccount").bearer(token).expect(200);
  }

  /** The result of a wrong sign-in: the answer without its request id, and the AWS calls. */
  private record Seen(JsonNode body, List<String> calls) {}

  private static Seen seen(String user) {
    return seen(() -> login(user, "wrong"));
  }

  private static Seen seen(java.util.function.Supplier<ApiCall> call) {
    JsonNode[] body = {null};
    List<String> calls = calls(() -> body[0] = call.get().expect(401).body());
    ((ObjectNode) body[0]).remove("requestId");
    return new Seen(body[0], calls);
  }

  private static List<String> calls(Runnable what) {
    return AwsCalls.of("login", what);
  }
}
