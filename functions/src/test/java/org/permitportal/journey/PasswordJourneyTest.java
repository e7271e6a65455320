package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AnAccount.Session;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

/** Tests that signed-in people can change their password and their secret question. */
class PasswordJourneyTest {
  private static final String NEW = "eleven quiet orchards";

  @Test
  void aNewPasswordEndsEveryOtherSessionAtThePoolTooAndThisOneGoesOn() {
    AnAccount account = AnAccount.confirmed();
    Session other = account.signedIn();
    Session mine = account.signedIn();
    ApiCall.Answer changed = change(account, mine, NEW).expect(200);
    getAccount(changed.text("/accessToken")).expect(200);
    ApiCall.of("refreshSession").json("refreshToken", changed.text("/refreshToken")).expect(200);
    getAccount(other.accessToken()).expect(401);
    getAccount(mine.accessToken()).expect(401);
    ApiCall.of("refreshSession").json("refreshToken", other.refreshToken()).expect(401);
    String raw = other.refreshToken().substring(other.refreshToken().indexOf('.') + 1);
    String client = ThePortal.stack().physicalId("ContractorsClient");
    assertThatThrownBy(
            () ->
                ThePool.cognito()
                    .getTokensFromRefreshToken(g -> g.clientId(client).refreshToken(raw)))
        .isInstanceOf(NotAuthorizedException.class);
    assertThat(login(account, account.password()).expect(401).code())
        .isEqualTo("WRONG_CREDENTIALS");
    ThePortal.clock().pass(Duration.ofSeconds(2));
    login(account, NEW).expect(200);
  }

  @Test
  void theOwnerIsToldWithALinkForThoseWhoDidNotDoIt() {
    AnAccount account = AnAccount.confirmed();
    change(account, account.signedIn(), NEW).expect(200);
    assertThat(
            ThePortal.mailTo(account.email(), "The password of " + account.name() + " was changed"))
        .isNotNull();
    assertThat(MailedLink.code(account.email(), "not-me")).isNotEmpty();
  }

  @Test
  void aPageGetsItsNewCookie() {
    AnAccount account = AnAccount.confirmed();
    ApiCall.Answer changed =
        ApiCall.of("changePassword")
            .bearer(account.signedIn().accessToken())
            .json("currentPassword", account.password(), "newPassword", NEW, "delivery", "COOKIE")
            .expect(200);
    assertThat(changed.body().has("refreshToken")).isFalse();
    ApiCall.of("refreshSession")
        .header("origin", ThePortal.stack().url())
        .header("cookie", "__Host-refresh=" + changed.cookie("__Host-refresh"))
        .expect(200);
  }

  @Test
  void whoUsesAnAuthenticatorAppIsAskedForItsCodeAndKeepsTheSessionMeanwhile() {
    AnAccount account = AnAccount.confirmed();
    Session other = account.signedIn();
    Session mine = account.signedIn();
    ASecondFactor factor = ASecondFactor.of(account, mine);
    ApiCall.Answer changed = change(account, mine, NEW).expect(200);
    assertThat(changed.text("/asked/ask")).isEqualTo("AUTHENTICATOR_CODE");
    getAccount(mine.accessToken()).expect(200);
    getAccount(other.accessToken()).expect(401);
    String token =
        ApiCall.of("answerChallenge")
            .json(
                "challenge",
                changed.text("/asked/challenge"),
                "code",
                factor.nextCode(),
                "delivery",
                "BODY")
            .expect(200)
            .text("/accessToken");
    getAccount(token).expect(200);
  }

  @Test
  void aWrongPasswordOrOneThatWillNotDoChangesNothing() {
    AnAccount account = AnAccount.confirmed();
    Session mine = account.signedIn();
    assertThat(change(account, mine, "password1").expect(400).errors())
        .containsExactly("newPassword COMMON");
    assertThat(change(account, mine, account.password()).expect(400).errors())
        .containsExactly("newPassword SAME");
    ApiCall wrong =
        ApiCall.of("changePassword")
            .bearer(mine.accessToken())
            .json("currentPassword", "nothing", "newPassword", NEW, "delivery", "BODY");
    for (int i = 0; i < 4; i++) {
      assertThat(wrong.expect(400).code()).isEqualTo("PASSWORD_WRONG");
    }
    wrong.expect(429);
    ThePortal.clock().pass(Duration.ofMinutes(5));
    getAccount(mine.accessToken()).expect(200);
    ApiCall.of("changePassword")
        .json("currentPassword", "a", "newPassword", NEW, "delivery", "BODY")
        .expect(401);
  }

  @Test
  void nothingChangesWhenNobodyCanBeToldAndTheNextTryWorks() {
    AnAccount account = AnAccount.confirmed();
    Session other = account.signedIn();
    Session mine = account.signedIn();
    ThePortal.stack().mailbox().pause(true);
    try {
      change(account, mine, NEW).expect(503);
      question(account, mine, "first-tool", "A hammer").expect(503);
    } finally {
      ThePortal.stack().mailbox().pause(false);
    }
    getAccount(other.accessToken()).expect(200);
    change(account, mine, NEW).expect(200);
  }

  @Test
  void theSecretQuestionChangesWithThePassword() {
    AnAccount account = AnAccount.confirmed();
    Session mine = account.signedIn();
    String before = attribute(account, mine, "custom:answer");
    question(account, mine, "first-street", "Elm Street").expect(204);
    assertThat(attribute(account, mine, "custom:question")).isEqualTo("first-street");
    assertThat(attribute(account, mine, "custom:answer"))
        .startsWith("$argon2id$")
        .isNotEqualTo(before);
    assertThat(
            ThePortal.mailTo(
                account.email(), "The secret question of " + account.name() + " was changed"))
        .isNotNull();
    assertThat(question(account, mine, "no-such", "ab").expect(400).errors())
        .containsExactlyInAnyOrder("question INVALID", "answer TOO_SHORT");
    assertThat(question(account, mine, "first-tool", account.password()).expect(400).errors())
        .containsExactly("answer SAME_AS_PASSWORD");
    ApiCall wrong =
        ApiCall.of("changeSecretQuestion")
            .bearer(mine.accessToken())
            .json("password", "nothing", "question", "first-tool", "answer", "A hammer");
    for (int i = 0; i < 4; i++) {
      assertThat(wrong.expect(400).errors()).containsExactly("password WRONG");
    }
    wrong.expect(429);
    ApiCall.of("changeSecretQuestion")
        .json("password", "a", "question", "first-tool", "answer", "A hammer")
        .expect(401);
  }

  private static String attribute(AnAccount account, Session session, String name) {
    String user = session.claims().path("username").asText();
    return ThePool.cognito()
        .adminGetUser(g -> g.userPoolId(ThePool.contractors()).username(user))
        .userAttributes()
        .stream()
        .filter(a -> a.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + name + " of " + account.name()))
        .value();
  }

  private static ApiCall question(
      AnAccount account, Session session, String question, String answer) {
    return ApiCall.of("changeSecretQuestion")
        .bearer(session.accessToken())
        .json("password", account.password(), "question", question, "answer", answer);
  }

  private static ApiCall change(AnAccount account, Session session, String wanted) {
    return ApiCall.of("changePassword")
        .bearer(session.accessToken())
        .json("currentPassword", account.password(), "newPassword", wanted, "delivery", "BODY");
  }

  private static ApiCall login(AnAccount account, String password) {
    return ApiCall.of("login")
        .json("handle", account.handle(), "password", password, "delivery", "BODY");
  }

  private static ApiCall getAccount(String token) {
    return ApiCall.of("getAccount").bearer(token);
  }
}
