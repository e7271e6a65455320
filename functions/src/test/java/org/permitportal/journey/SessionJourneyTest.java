package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AnAccount.Session;

/** Tests that contractors can refresh and end their sessions. */
class SessionJourneyTest {
  @Test
  void eachRefreshGivesTheNextTokenAndTheOneBeforeWorksAMinuteLonger() {
    Session first = AnAccount.confirmed().signedIn();
    ApiCall.Answer second = refresh(first.refreshToken()).expect(200);
    assertThat(second.text("/refreshToken")).isNotEqualTo(first.refreshToken());
    account(second.text("/accessToken"));
    ThePortal.clock().pass(Duration.ofSeconds(59));
    account(refresh(first.refreshToken()).expect(200).text("/accessToken"));
    ThePortal.clock().pass(Duration.ofSeconds(1));
    assertThat(refresh(first.refreshToken()).expect(401).code()).isEqualTo("SESSION_ENDED");
    refresh(second.text("/refreshToken")).expect(200);
  }

  @Test
  void aSessionLivesThirtyDaysHoweverOftenItIsRefreshed() {
    Session session = AnAccount.confirmed().signedIn();
    ThePortal.clock().pass(Duration.ofDays(29));
    String next = refresh(session.refreshToken()).expect(200).text("/refreshToken");
    ThePortal.clock().pass(Duration.ofDays(1));
    refresh(next).expect(401);
  }

  @Test
  void pagesRefreshAndSignOutWithTheirCookieFromTheirOwnOriginOnly() {
    AnAccount account = AnAccount.confirmed();
    String cookie =
        ApiCall.of("login")
            .header("origin", ThePortal.stack().url())
            .json("handle", account.handle(), "password", account.password(), "delivery", "COOKIE")
            .expect(200)
            .cookie("__Host-refresh");
    ApiCall.of("refreshSession").header("cookie", "__Host-refresh=" + cookie).expect(403);
    ApiCall.of("refreshSession")
        .header("cookie", "__Host-refresh=" + cookie)
        .header("origin", "https://evil.example")
        .expect(403);
    ApiCall.Answer refreshed = withCookie("refreshSession", cookie).expect(200);
    assertThat(refreshed.body().has("refreshToken")).isFalse();
    String next = refreshed.cookie("__Host-refresh");
    assertThat(next).isNotEqualTo(cookie);
    ApiCall.of("logout").header("cookie", "__Host-refresh=" + next).expect(403);
    ApiCall.Answer out = withCookie("logout", next).expect(204);
    assertThat(out.header("set-cookie")).startsWith("__Host-refresh=; Path=/; Max-Age=0;");
    withCookie("refreshSession", next).expect(401);
    withCookie("logout", next).expect(204);
    ApiCall.of("logout").header("origin", ThePortal.stack().url()).expect(204);
    ApiCall.of("refreshSession").header("origin", ThePortal.stack().url()).expect(401);
  }

  @Test
  void signingOutEndsThisSessionAlone() {
    AnAccount account = AnAccount.confirmed();
    Session ended = account.signedIn();
    Session other = account.signedIn();
    ApiCall.of("logout").json("refreshToken", ended.refreshToken()).expect(204);
    ApiCall.of("logout").json("refreshToken", ended.refreshToken()).expect(204);
    refresh(ended.refreshToken()).expect(401);
    refresh(other.refreshToken()).expect(200);
  }

  @Test
  void aTokenUnderSomebodyElsesNameEndsTheSessionItBelongsTo() {
    Session mine = AnAccount.confirmed().signedIn();
    Session theirs = AnAccount.confirmed().signedIn();
    String forged =
        theirs.refreshToken().substring(0, theirs.refreshToken().indexOf('.'))
            + mine.refreshToken().substring(mine.refreshToken().indexOf('.'));
    refresh(forged).expect(401);
    refresh(mine.refreshToken()).expect(401);
    refresh(theirs.refreshToken()).expect(200);
  }

  @Test
  void whatIsNoRefreshTokenIsRefusedAndSigningOutWithItDoesNothing() {
    for (String own : new String[] {"a", "a\nb", "a\nb\nc", "a\nb\n" + Long.MAX_VALUE, "a\nb\n1"}) {
      String text =
          Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(own.getBytes(StandardCharsets.UTF_8))
              + ".x";
      refresh(text).expect(401);
      ApiCall.of("logout").json("refreshToken", text).expect(204);
    }
    refresh("nothing").expect(401);
    refresh("???").expect(400);
    ApiCall.of("logout").json("refreshToken", "???").expect(400);
    ApiCall.of("logout").json("refreshToken", "nothing").expect(204);
    Session session = AnAccount.confirmed().signedIn();
    refresh(session.accessToken()).expect(401);
  }

  @Test
  void whoUsesAnAuthenticatorAppIsAskedForItsCode() {
    AnAccount account = AnAccount.confirmed();
    String secret = enrolled(account.signedIn());
    String challenge = asked(account);
    assertThat(answer(challenge, ThePool.wrongCode(secret)).expect(400).code())
        .isEqualTo("CODE_NOT_VALID");
    ThePortal.clock().pass(Duration.ofSeconds(30));
    assertThat(answer(challenge, null).expect(400).errors()).containsExactly("code REQUIRED");
    String token = answer(challenge, ThePool.code(secret)).expect(200).text("/accessToken");
    account(token);
    assertThat(answer(challenge, ThePool.code(secret)).expect(401).code())
        .isEqualTo("CHALLENGE_ENDED");
    assertThat(answer("nothing", "123456").expect(401).code()).isEqualTo("CHALLENGE_ENDED");
    ApiCall.of("answerChallenge")
        .json("challenge", challenge, "code", "123456", "delivery", "COOKIE")
        .expect(403);
  }

  @Test
  void theFifthTryOfACallerNeverReachesThePoolWhetherPasswordOrCode() {
    AnAccount account = AnAccount.confirmed();
    String secret = enrolled(account.signedIn());
    String challenge = asked(account);
    for (int i = 0; i < 3; i++) {
      answer(challenge, ThePool.wrongCode(secret)).expect(400);
    }
    ThePortal.clock().pass(Duration.ofSeconds(30));
    assertThat(
            AwsCalls.of(
                "answerChallenge", () -> answer(challenge, ThePool.code(secret)).expect(429)))
        .noneMatch(call -> call.startsWith("Cognito"))
        .isNotEmpty();
  }

  @Test
  void aPageGetsItsCookieAfterTheCodeToo() {
    AnAccount account = AnAccount.confirmed();
    String secret = enrolled(account.signedIn());
    String challenge = asked(account);
    ThePortal.clock().pass(Duration.ofSeconds(30));
    ApiCall.Answer answer =
        ApiCall.of("answerChallenge")
            .header("origin", ThePortal.stack().url())
            .json("challenge", challenge, "code", ThePool.code(secret), "delivery", "COOKIE")
            .expect(200);
    withCookie("refreshSession", answer.cookie("__Host-refresh")).expect(200);
  }

  private static String enrolled(Session session) {
    String access = session.accessToken();
    String secret =
        ThePool.cognito().associateSoftwareToken(a -> a.accessToken(access)).secretCode();
    ThePool.cognito()
        .verifySoftwareToken(v -> v.accessToken(access).userCode(ThePool.code(secret)));
    ThePool.cognito()
        .adminSetUserMFAPreference(
            p ->
                p.userPoolId(ThePool.contractors())
                    .username(session.claims().path("username").asText())
                    .softwareTokenMfaSettings(s -> s.enabled(true).preferredMfa(true)));
    return secret;
  }

  private static String asked(AnAccount account) {
    ApiCall.Answer answer =
        ApiCall.of("login")
            .json("handle", account.handle(), "password", account.password(), "delivery", "BODY")
            .expect(200);
    assertThat(answer.text("/asked/ask")).isEqualTo("AUTHENTICATOR_CODE");
    assertThat(answer.body().has("accessToken")).isFalse();
    return answer.text("/asked/challenge");
  }

  private static ApiCall answer(String challenge, String code) {
    return ApiCall.of("answerChallenge")
        .json("challenge", challenge, "code", code, "delivery", "BODY");
  }

  private static ApiCall refresh(String token) {
    return ApiCall.of("refreshSession").json("refreshToken", token);
  }

  private static ApiCall withCookie(String operation, String cookie) {
    return ApiCall.of(operation)
        .header("origin", ThePortal.stack().url())
        .header("cookie", "__Host-refresh=" + cookie);
  }

  private static void account(String token) {
    ApiCall.of("getAccount").bearer(token).expect(200);
  }
}
