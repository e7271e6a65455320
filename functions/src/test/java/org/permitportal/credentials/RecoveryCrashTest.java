package org.permitportal.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.permitportal.crash.CrashPoints;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.ThePortal;

/** Interrupts a recovery at each AWS call. Then the call is repeated, or nobody tries again. */
class RecoveryCrashTest {
  private static final String CHANGED = "Your password was changed";
  private static final String GUESSED = "Wrong answers to your secret question";
  private static final String CITY = "permits@juniperfalls.example";

  @Test
  void aPasswordIsSetOnceToldOnceAndNoOldSessionStays() {
    assertThat(CrashPoints.of("ResetPasswordFunction", Reset::new)).hasSize(4);
  }

  @Test
  void aReportIsDoneOnceAndStaffAreToldOnce() {
    assertThat(CrashPoints.of("ReportNotMeFunction", Report::new)).hasSize(4);
  }

  @Test
  void theLockIsToldOnce() {
    assertThat(CrashPoints.of("AnswerQuestionFunction", LastAnswer::new)).hasSize(3);
  }

  private static final class Reset implements CrashPoints.Run {
    private final AnAccount account = AnAccount.confirmed();
    private final AnAccount.Session before = account.signedIn();
    private final Recovery caller = Recovery.fresh();
    private final String recovery = caller.answered(account.name());
    private final String code = Recovery.code(account.email());

    @Override
    public void act() {
      caller.reset(recovery, code, Recovery.NEW).send();
    }

    /** The reset answers 410 when the first reset succeeded and only its answer was lost. */
    @Override
    public void again() {
      assertThat(caller.reset(recovery, code, Recovery.NEW).send().status()).isIn(204, 410);
      settle();
      caller.login(account.name(), Recovery.NEW).expect(200);
      assertThat(caller.login(account.name(), account.password()).expect(401).code())
          .isEqualTo("WRONG_CREDENTIALS");
      caller.reset(recovery, code, "other new lanterns").expect(410);
      ended(before);
      Recovery.mail(account.email(), CHANGED);
      assertThat(Recovery.mails(account.email(), CHANGED)).hasSize(1);
    }

    /**
     * Checks that exactly one password works. If it is the new password, earlier sessions have
     * ended and a mail has announced the change.
     */
    @Override
    public void left() {
      settle();
      boolean changed = caller.login(account.name(), Recovery.NEW).send().status() == 200;
      caller.login(account.name(), account.password()).expect(changed ? 401 : 200);
      if (changed) {
        ended(before);
        Recovery.mail(account.email(), CHANGED);
      }
      assertThat(Recovery.mails(account.email(), CHANGED)).hasSizeLessThan(2);
    }
  }

  private static final class Report implements CrashPoints.Run {
    private final AnAccount account = AnAccount.confirmed();
    private final AnAccount.Session session = account.signedIn();
    private final String link = link(account);

    @Override
    public void act() {
      report().send();
    }

    @Override
    public void again() {
      assertThat(report().send().status()).isIn(200, 410);
      report().expect(410);
      ended(session);
      Recovery.mail(CITY, account.name());
      Recovery.mail(account.email(), "We have locked others out");
      assertThat(Recovery.mails(CITY, account.name())).hasSize(1);
    }

    /** Checks that the member can still sign in. */
    @Override
    public void left() {
      settle();
      Recovery.fresh().login(account.name(), account.password()).expect(200);
    }

    private ApiCall report() {
      return ApiCall.of("reportNotMe").json("code", link);
    }

    private static String link(AnAccount account) {
      Recovery guesser = Recovery.fresh();
      String recovery = guesser.started(account.name());
      for (int i = 0; i < 5; i++) {
        guesser.answer(recovery, "wrong").expect(400);
      }
      return Recovery.link(Recovery.mail(account.email(), GUESSED));
    }
  }

  /** Gives the fifth wrong answer, which locks the recovery. */
  private static final class LastAnswer implements CrashPoints.Run {
    private final AnAccount account = AnAccount.confirmed();
    private final Recovery caller = Recovery.fresh();
    private final String recovery = caller.started(account.name());

    LastAnswer() {
      for (int i = 0; i < 4; i++) {
        caller.answer(recovery, "wrong").expect(400);
      }
    }

    @Override
    public void act() {
      caller.answer(recovery, "wrong").send();
    }

    /** Gives another wrong answer. */
    @Override
    public void again() {
      caller.answer(recovery, "wrong").send();
      caller.answer(recovery, "wrong").expect(429);
      Recovery.mail(account.email(), GUESSED);
      assertThat(Recovery.mails(account.email(), GUESSED)).hasSize(1);
    }

    @Override
    public void left() {
      Recovery.fresh().answered(account.name());
      assertThat(Recovery.mails(account.email(), GUESSED)).hasSizeLessThan(2);
    }
  }

  /**
   * Lets time pass. A session that begins in the second in which all sessions are ended is ended
   * too.
   */
  private static void settle() {
    ThePortal.clock().pass(Duration.ofSeconds(1));
  }

  private static void ended(AnAccount.Session session) {
    ApiCall.of("getAccount").bearer(session.accessToken()).expect(401);
    ApiCall.of("refreshSession").json("refreshToken", session.refreshToken()).expect(401);
  }
}
