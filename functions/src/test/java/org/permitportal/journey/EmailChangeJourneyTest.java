package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AnAccount.Session;

/** Tests that people can change their email address and undo the change. */
class EmailChangeJourneyTest {
  @Test
  void anAddressCountsOnlyWhenItsCodeIsConfirmed() {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    String email = AnEmailChange.anEmail();
    ApiCall.Answer sent = ask(account, session, "  " + email.toUpperCase(Locale.ROOT)).send();
    assertThat(sent.status()).isEqualTo(400);
    sent = ask(account, session, email.toUpperCase(Locale.ROOT)).expect(200);
    assertThat(sent.text("/email")).isEqualTo(email);
    login(account, account.email()).expect(200);
    assertThat(login(account, email).expect(401).code()).isEqualTo("WRONG_CREDENTIALS");
    confirm(session, email, ThePortal.codeMailedTo(email)).expect(204);
    login(account, email).expect(200);
    assertThat(login(account, account.email()).expect(401).code()).isEqualTo("WRONG_CREDENTIALS");
    assertThat(shownEmail(session)).isEqualTo(email);
    assertThat(ThePortal.mailTo(account.email(), "address of").text()).contains(email);
    confirm(session, email, "123456").expect(204);
  }

  @Test
  void theOldAddressTakesItBackWhichSignsOutEverywhereAndEndsEveryCode() {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    String email = moved(account, session);
    String link = MailedLink.code(account.email(), "undo-email");
    ApiCall.Answer undone = ApiCall.of("undoEmailChange").json("code", link).expect(200);
    assertThat(undone.body().path("newPasswordNeeded").asBoolean()).isTrue();
    ApiCall.of("getAccount").bearer(session.accessToken()).expect(401);
    ApiCall.of("refreshSession").json("refreshToken", session.refreshToken()).expect(401);
    assertThat(ThePortal.mailTo(account.email(), "changed back").text())
        .contains("no longer works", "Forgot password?");
    assertThat(login(account, email).expect(401).code()).isEqualTo("WRONG_CREDENTIALS");
    assertThat(ApiCall.of("undoEmailChange").json("code", link).expect(410).code())
        .isEqualTo("UNDO_ENDED");
  }

  @Test
  void untilItCanNotBeUndoneAnyMoreNobodyTakesTheOldAddressAndItDoesNotChangeAgain() {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    moved(account, session);
    String link = MailedLink.code(account.email(), "undo-email");
    AnAccount stranger = AnAccount.confirmed();
    Session theirs = stranger.signedIn();
    ask(stranger, theirs, account.email()).expect(200);
    assertThat(ThePortal.mailTo(account.email(), "logs in to")).isNotNull();
    ApiCall.Answer refused = ask(account, session, AnEmailChange.anEmail()).expect(409);
    assertThat(refused.code()).isEqualTo("EMAIL_CHANGED_RECENTLY");
    assertThat(Instant.parse(refused.text("/until")))
        .isAfter(ThePortal.clock().instant().plus(Duration.ofDays(6)));
    ThePortal.clock().pass(Duration.ofDays(7));
    ApiCall.of("undoEmailChange").json("code", link).expect(410);
    Session later = account.signedIn();
    moved(account, later, account.email());
    assertThat(shownEmail(later)).isEqualTo(account.email());
  }

  @Test
  void anAddressThatSignsInElsewhereLooksTheSameAndItsMailTells() {
    AnAccount known = AnAccount.confirmed();
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    var forKnown =
        AwsCalls.of("changeEmail", () -> ask(account, session, known.email()).expect(200));
    ThePortal.clock().pass(Duration.ofSeconds(31));
    var forFree =
        AwsCalls.of(
            "changeEmail", () -> ask(account, session, AnEmailChange.anEmail()).expect(200));
    assertThat(forKnown.stream().filter(c -> !c.endsWith("GetSecretValue"))).isEqualTo(forFree);
    assertThat(forFree).hasSize(13);
    assertThat(ThePortal.mailTo(known.email(), "logs in to")).isNotNull();
    assertThat(confirm(session, known.email(), "123456").expect(400).code())
        .isEqualTo("CODE_WRONG");
  }

  @Test
  void whatIsWrongIsRefusedAndTriesEnd() {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    String email = AnEmailChange.anEmail();
    assertThat(ask(account, session, account.email()).expect(400).errors())
        .containsExactly("email SAME");
    ApiCall.of("changeEmail").json("password", "a", "email", email).expect(401);
    ApiCall.of("confirmEmailChange").json("code", "123456", "email", email).expect(401);
    assertThat(confirm(session, email, "123456").expect(409).code()).isEqualTo("CODE_EXPIRED");
    ApiCall.of("undoEmailChange").json("code", "A").expect(400);
    ApiCall.of("undoEmailChange").json("code", "A".repeat(43)).expect(410);
    ask(account, session, email).expect(200);
    ask(account, session, email).expect(429);
    String other = AnEmailChange.anEmail();
    String code = ThePortal.codeMailedTo(email);
    assertThat(confirm(session, other, code).expect(400).errors()).containsExactly("code WRONG");
    for (int i = 0; i < 4; i++) {
      confirm(session, other, code).expect(400);
    }
    confirm(session, email, code).expect(429);
    ApiCall wrong =
        ApiCall.of("changeEmail")
            .bearer(session.accessToken())
            .json("password", "nothing", "email", other);
    assertThat(wrong.expect(400).errors()).containsExactly("password WRONG");
  }

  @Test
  void nothingChangesWhenAMailCannotBeSent() {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    String email = AnEmailChange.anEmail();
    ThePortal.stack().mailbox().pause(true);
    try {
      ask(account, session, email).expect(503);
    } finally {
      ThePortal.stack().mailbox().pause(false);
    }
    ask(account, session, email).expect(200);
    String code = ThePortal.codeMailedTo(email);
    ThePortal.stack().mailbox().pause(true);
    try {
      confirm(session, email, code).expect(503);
    } finally {
      ThePortal.stack().mailbox().pause(false);
    }
    assertThat(shownEmail(session)).isEqualTo(account.email());
    confirm(session, email, code).expect(204);
    assertThat(shownEmail(session)).isEqualTo(email);
  }

  @Test
  void anAddressThatBecameAnothersMeanwhileIsNotTaken() {
    AnAccount first = AnAccount.confirmed();
    AnAccount second = AnAccount.confirmed();
    Session session = first.signedIn();
    Session faster = second.signedIn();
    String email = AnEmailChange.anEmail();
    ask(first, session, email).expect(200);
    String mine = ThePortal.codeMailedTo(email);
    ask(second, faster, email).expect(200);
    String theirs = ThePortal.codeMailedTo(email);
    confirm(faster, email, theirs).expect(204);
    assertThat(confirm(session, email, mine).expect(409).code()).isEqualTo("EMAIL_TAKEN");
    assertThat(shownEmail(session)).isEqualTo(first.email());
  }

  private static String moved(AnAccount account, Session session) {
    return moved(account, session, AnEmailChange.anEmail());
  }

  private static String moved(AnAccount account, Session session, String email) {
    ask(account, session, email).expect(200);
    confirm(session, email, ThePortal.codeMailedTo(email)).expect(204);
    return email;
  }

  private static String shownEmail(Session session) {
    return ApiCall.of("getAccount").bearer(session.accessToken()).expect(200).text("/email");
  }

  private static ApiCall ask(AnAccount account, Session session, String email) {
    return AnEmailChange.ask(session.accessToken(), account.password(), email);
  }

  private static ApiCall confirm(Session session, String email, String code) {
    return AnEmailChange.confirm(session.accessToken(), email, code);
  }

  private static ApiCall login(AnAccount account, String user) {
    return ApiCall.of("login")
        .json("user", user, "password", account.password(), "delivery", "BODY");
  }
}
