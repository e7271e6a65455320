package org.permitportal.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.AwsCalls;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.emulators.Mail;

/**
 * Tests that wrong answers lock the recovery. The user gets a mail and can report "this wasn't me".
 */
class NotMeJourneyTest {
  private static final String CITY = "permits@juniperfalls.example";
  private final Recovery stranger = Recovery.fresh();
  private final Recovery holder = Recovery.fresh();

  @Test
  void fiveWrongAnswersOfOneCallerLockThatCallerAndTellTheHolderOnce() {
    AnAccount account = AnAccount.confirmed();
    String recovery = stranger.started(account.name());
    for (int i = 0; i < 5; i++) {
      ApiCall.Answer wrong = stranger.answer(recovery, "wrong").expect(400);
      assertThat(wrong.code()).isEqualTo("ANSWER_WRONG");
      assertThat(wrong.errors()).containsExactly("answer WRONG");
    }
    String again = stranger.started(account.email());
    for (int i = 0; i < 3; i++) {
      ApiCall.Answer locked = stranger.answer(again, Recovery.ANSWER).expect(429);
      assertThat(Integer.parseInt(locked.header("retry-after"))).isBetween(3500, 3600);
    }
    Mail mail = Recovery.mail(account.email(), "Wrong answers to your secret question");
    assertThat(mail.text()).contains("You can log in with your password as always");
    stranger.login(account.name(), account.password()).expect(200);
    holder.recover(account.name(), account.email());
    assertThat(Recovery.mails(account.email(), "Wrong answers")).hasSize(1);
  }

  @Test
  void twentyWrongAnswersFromManyPlacesLockRecoveringForStrangersOnly() {
    AnAccount account = AnAccount.confirmed();
    holder.login(account.name(), account.password()).expect(200);
    for (int i = 0; i < 4; i++) {
      guesses(account, 5);
    }
    ApiCall.Answer locked =
        stranger.answer(stranger.started(account.name()), Recovery.ANSWER).expect(429);
    assertThat(locked.code()).isEqualTo("RECOVERY_LOCKED");
    String nobody = "Nobody " + account.draftId();
    for (int i = 0; i < 4; i++) {
      Recovery caller = Recovery.fresh();
      String recovery = caller.started(nobody);
      for (int j = 0; j < 5; j++) {
        caller.answer(recovery, "wrong").expect(400);
      }
    }
    assertThat(stranger.answer(stranger.started(nobody), Recovery.ANSWER).expect(429).code())
        .isEqualTo("RECOVERY_LOCKED");
    holder.recover(account.name(), account.email());
    assertThat(Recovery.mails(account.email(), "Wrong answers")).hasSize(1);
    ThePortal.clock().pass(Duration.ofHours(1));
    stranger.answered(account.name());
  }

  @Test
  void theLinkOfGuessesSignsEverybodyOutEndsRecoveriesAndTellsStaff() {
    AnAccount account = AnAccount.confirmed();
    AnAccount.Session session = account.signedIn();
    guesses(account, 5);
    String open = stranger.answered(account.name());
    String code = Recovery.code(account.email());
    String link =
        Recovery.link(Recovery.mail(account.email(), "Wrong answers to your secret question"));
    assertThat(
            AwsCalls.of(
                "reportNotMe",
                () ->
                    assertThat(
                            report(link)
                                .expect(200)
                                .body()
                                .path("newPasswordNeeded")
                                .asBoolean(true))
                        .isFalse()))
        .containsExactly(
            "DynamoDb GetItem",
            "DynamoDb UpdateItem",
            "Cognito AdminUserGlobalSignOut",
            "DynamoDb TransactWriteItems");
    ApiCall.of("getAccount").bearer(session.accessToken()).expect(401);
    ApiCall.of("refreshSession").json("refreshToken", session.refreshToken()).expect(401);
    stranger.reset(open, code, Recovery.NEW).expect(410);
    ThePortal.clock().pass(Duration.ofSeconds(1));
    holder.login(account.name(), account.password()).expect(200);
    Mail staff = Recovery.mail(CITY, account.name());
    assertThat(staff.text()).contains("Ana Rivera", "this wasn't me", "Call the account's holder");
    Recovery.mail(account.email(), "We have locked others out");
    ApiCall.Answer used = report(link).expect(410);
    assertThat(used.code()).isEqualTo("LINK_ENDED");
    assertThat(used.text("/title")).contains("was used or has expired");
    assertThat(Recovery.mails(CITY, account.name())).hasSize(1);
  }

  @Test
  void theLinkOfAChangedPasswordVoidsThatPassword() {
    AnAccount account = AnAccount.confirmed();
    stranger.recover(account.name(), account.email());
    String intruder = stranger.login(account.name(), Recovery.NEW).expect(200).text("/accessToken");
    String link = Recovery.link(Recovery.mail(account.email(), "Your password was changed"));
    assertThat(report(link).expect(200).body().path("newPasswordNeeded").asBoolean()).isTrue();
    ApiCall.of("getAccount").bearer(intruder).expect(401);
    ThePortal.clock().pass(Duration.ofSeconds(1));
    assertThat(stranger.login(account.name(), Recovery.NEW).expect(401).code())
        .isEqualTo("WRONG_CREDENTIALS");
    String recovery = holder.answered(account.name());
    holder.reset(recovery, Recovery.code(account.email()), "other new lanterns").expect(204);
    holder.login(account.name(), "other new lanterns").expect(200);
  }

  @Test
  void aLinkIsGoodForSevenDays() {
    AnAccount account = AnAccount.confirmed();
    guesses(account, 5);
    String link =
        Recovery.link(Recovery.mail(account.email(), "Wrong answers to your secret question"));
    ThePortal.clock().pass(Duration.ofDays(7));
    report(link).expect(410);
    report("A".repeat(43)).expect(410);
    report("short").expect(400);
  }

  private static void guesses(AnAccount account, int count) {
    Recovery guesser = Recovery.fresh();
    String recovery = guesser.started(account.name());
    for (int i = 0; i < count; i++) {
      guesser.answer(recovery, "wrong").expect(400);
    }
  }

  private static ApiCall report(String code) {
    return ApiCall.of("reportNotMe").json("code", code);
  }
}
