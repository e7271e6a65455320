package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AnAccount.Session;

/**
 * Tests that contractors can turn an authenticator app on and off, and can sign in after they have
 * lost it.
 */
class SecondFactorJourneyTest {
  @Test
  void anAppThatProvedItsSecretIsAskedForFromThenOn() {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    ApiCall.Answer begun = enrol(account, session).expect(200);
    assertThat(begun.text("/otpauth"))
        .startsWith("otpauth://totp/")
        .contains("secret=" + begun.text("/secret"));
    account.signedIn();
    assertThat(confirm(session, ThePool.wrongCode(begun.text("/secret"))).expect(400).errors())
        .containsExactly("code WRONG");
    ApiCall.Answer on = confirm(session, ThePool.code(begun.text("/secret"))).expect(200);
    assertThat(on.body().path("recoveryCodes"))
        .hasSize(10)
        .allSatisfy(
            c -> assertThat(c.asText()).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}"))
        .doesNotHaveDuplicates();
    assertThat(challenge(account)).isNotEmpty();
    assertThat(ThePortal.mailTo(account.email(), "authenticator app now")).isNotNull();
    assertThat(enrol(account, session).expect(409).code()).isEqualTo("SECOND_FACTOR_ON");
  }

  @Test
  void aRecoveryCodeStandsInForALostAppOnceAndTurnsItOff() {
    AnAccount account = AnAccount.confirmed();
    ASecondFactor factor = ASecondFactor.of(account, account.signedIn());
    String challenge = challenge(account);
    String code = factor.recoveryCodes().getFirst();
    ApiCall recovery = recover(challenge, code.toLowerCase(java.util.Locale.ROOT), account);
    assertThat(AwsCalls.of("answerChallenge", () -> recovery.expect(200)))
        .containsExactly(
            "DynamoDb UpdateItem",
            "Cognito AdminInitiateAuth",
            "DynamoDb GetItem",
            "DynamoDb UpdateItem",
            "DynamoDb PutItem",
            "SesV2 SendEmail",
            "Cognito AdminSetUserMFAPreference",
            "Cognito AdminInitiateAuth",
            "DynamoDb TransactWriteItems");
    assertThat(ThePortal.mailTo(account.email(), "recovery code")).isNotNull();
    assertThat(MailedLink.code(account.email(), "not-me")).isNotEmpty();
    Session session = account.signedIn();
    ThePortal.clock().pass(Duration.ofSeconds(60));
    ASecondFactor next = ASecondFactor.of(account, session);
    String later = challenge(account);
    assertThat(recover(later, code, account).expect(400).errors())
        .containsExactly("recoveryCode WRONG");
    recover(later, next.recoveryCodes().getLast(), account).expect(200);
  }

  @Test
  void aRecoveryCodeAloneIsWorthNothing() {
    AnAccount account = AnAccount.confirmed();
    ASecondFactor factor = ASecondFactor.of(account, account.signedIn());
    String challenge = challenge(account);
    String code = factor.recoveryCodes().getFirst();
    ApiCall.of("answerChallenge")
        .json("challenge", challenge, "recoveryCode", code, "delivery", "BODY")
        .expect(400);
    assertThat(
            ApiCall.of("answerChallenge")
                .json(
                    "challenge",
                    challenge,
                    "recoveryCode",
                    code,
                    "password",
                    "nothing",
                    "delivery",
                    "BODY")
                .expect(401)
                .code())
        .isEqualTo("WRONG_CREDENTIALS");
    assertThat(recover("nothing", code, account).expect(401).code()).isEqualTo("CHALLENGE_ENDED");
    recover(challenge, code, account).expect(200);
  }

  @Test
  void wrongRecoveryCodesCountWithWrongPasswordsAndCodes() {
    AnAccount account = AnAccount.confirmed();
    ASecondFactor factor = ASecondFactor.of(account, account.signedIn());
    String challenge = challenge(account);
    for (int i = 0; i < 3; i++) {
      recover(challenge, "0000-0000-0000-0000", account).expect(400);
    }
    recover(challenge, factor.recoveryCodes().getFirst(), account).expect(429);
    ThePortal.clock().pass(Duration.ofMinutes(17));
    ThePortal.stack().mailbox().pause(true);
    try {
      recover(challenge(account), factor.recoveryCodes().getFirst(), account).expect(503);
    } finally {
      ThePortal.stack().mailbox().pause(false);
    }
    assertThat(challenge(account)).isNotEmpty();
  }

  @Test
  void itIsTurnedOffByThePasswordAndACode() {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    ASecondFactor factor = ASecondFactor.of(account, session);
    assertThat(disable(account, session).expect(400).errors()).containsExactly("code REQUIRED");
    assertThat(disable(account, session, "code", factor.wrongCode()).expect(400).code())
        .isEqualTo("CODE_NOT_VALID");
    assertThat(
            disable(account, session, "recoveryCode", "0000-0000-0000-0000").expect(400).errors())
        .containsExactly("recoveryCode WRONG");
    ThePortal.stack().mailbox().pause(true);
    try {
      disable(account, session, "code", factor.nextCode()).expect(503);
    } finally {
      ThePortal.stack().mailbox().pause(false);
    }
    disable(account, session, "code", factor.nextCode()).expect(204);
    assertThat(ThePortal.mailTo(account.email(), "turned off")).isNotNull();
    account.signedIn();
    disable(account, session).expect(204);
  }

  @Test
  void itIsTurnedOffByARecoveryCodeTooAndTheOthersAreVoidThen() {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    ASecondFactor factor = ASecondFactor.of(account, session);
    disable(account, session, "recoveryCode", factor.recoveryCodes().get(3)).expect(204);
    account.signedIn();
  }

  @Test
  void triesOfCodesEnd() {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    ASecondFactor factor = ASecondFactor.of(account, session);
    for (int i = 0; i < 4; i++) {
      disable(account, session, "code", factor.wrongCode()).expect(400);
    }
    disable(account, session, "code", factor.nextCode()).expect(429);
    confirm(session, "123456").expect(429);
    AnAccount other = AnAccount.confirmed();
    Session theirs = other.signedIn();
    ApiCall wrong =
        ApiCall.of("enrolTotp").bearer(theirs.accessToken()).json("password", "nothing");
    for (int i = 0; i < 4; i++) {
      wrong.expect(400);
    }
    wrong.expect(429);
  }

  @Test
  void withoutASessionOrABeginningThereIsNothingToConfirm() {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    assertThat(confirm(session, "123456").expect(409).code()).isEqualTo("SECOND_FACTOR_NOT_BEGUN");
    ApiCall.of("enrolTotp").json("password", "a").expect(401);
    ApiCall.of("confirmTotp").json("code", "123456").expect(401);
    ApiCall.of("disableTotp").json("password", "a").expect(401);
    String secret = enrol(account, session).expect(200).text("/secret");
    ThePortal.stack().mailbox().pause(true);
    try {
      confirm(session, ThePool.code(secret)).expect(503);
    } finally {
      ThePortal.stack().mailbox().pause(false);
    }
    account.signedIn();
    ThePortal.clock().pass(Duration.ofSeconds(60));
    ASecondFactor.of(account, session);
    String user = session.claims().path("username").asText();
    ThePool.cognito()
        .adminUserGlobalSignOut(s -> s.userPoolId(ThePool.contractors()).username(user));
    assertThat(confirm(session, "123456").expect(401).code()).isEqualTo("SESSION_ENDED");
  }

  private static ApiCall enrol(AnAccount account, Session session) {
    return ApiCall.of("enrolTotp")
        .bearer(session.accessToken())
        .json("password", account.password());
  }

  private static ApiCall confirm(Session session, String code) {
    return ApiCall.of("confirmTotp").bearer(session.accessToken()).json("code", code);
  }

  private static ApiCall disable(AnAccount account, Session session) {
    return ApiCall.of("disableTotp")
        .bearer(session.accessToken())
        .json("password", account.password());
  }

  private static ApiCall disable(AnAccount account, Session session, String by, String code) {
    return ApiCall.of("disableTotp")
        .bearer(session.accessToken())
        .json("password", account.password(), by, code);
  }

  private static ApiCall recover(String challenge, String code, AnAccount account) {
    return ApiCall.of("answerChallenge")
        .json(
            "challenge",
            challenge,
            "recoveryCode",
            code,
            "password",
            account.password(),
            "delivery",
            "BODY");
  }

  private static String challenge(AnAccount account) {
    ApiCall.Answer answer =
        ApiCall.of("login")
            .json("handle", account.handle(), "password", account.password(), "delivery", "BODY")
            .expect(200);
    assertThat(answer.text("/asked/ask")).isEqualTo("AUTHENTICATOR_CODE");
    return answer.text("/asked/challenge");
  }
}
