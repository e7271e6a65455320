package org.permitportal.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.journey.AColleague;
import org.permitportal.journey.AStaffMember;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.AnAccount.Session;
import org.permitportal.journey.AnEmailChange;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.MailedLink;

/**
 * Tests that everything that ends a person's sessions also voids recoveries that have begun before.
 */
class VoidedRecoveryJourneyTest {
  private final Recovery stranger = Recovery.fresh();

  /** The acts that happen while a recovery is open. */
  private enum Act {
    CHANGE_PASSWORD {
      @Override
      void by(AnAccount account, Session session) {
        ApiCall.of("changePassword")
            .bearer(session.accessToken())
            .json(
                "currentPassword",
                account.password(),
                "newPassword",
                "eleven quiet orchards",
                "delivery",
                "BODY")
            .expect(200);
      }
    },
    CHANGE_EMAIL {
      @Override
      void by(AnAccount account, Session session) {
        move(account, session);
      }
    },
    SIGN_OUT_EVERYWHERE {
      @Override
      void by(AnAccount account, Session session) {
        ApiCall.of("signOutEverywhere")
            .bearer(session.accessToken())
            .json("keepThis", false)
            .expect(204);
      }
    },
    SIGN_OUT_THE_OTHERS {
      @Override
      void by(AnAccount account, Session session) {
        ApiCall.of("signOutEverywhere")
            .bearer(session.accessToken())
            .json("keepThis", true)
            .expect(204);
      }
    },
    SUSPEND_AND_REINSTATE {
      @Override
      void by(AnAccount account, Session session) {
        String id =
            ApiCall.of("getAccount").bearer(session.accessToken()).expect(200).text("/accountId");
        for (String operation : new String[] {"suspendAccount", "reinstateAccount"}) {
          ApiCall.of(operation)
              .bearer(AStaffMember.token("clerk"))
              .path("accountId", id)
              .json("reason", "To be looked at.")
              .expect(200);
        }
      }
    },
    REPORT_NOT_ME {
      @Override
      void by(AnAccount account, Session session) {
        Recovery guesser = Recovery.fresh();
        String recovery = guesser.started(account.name());
        for (int i = 0; i < 5; i++) {
          guesser.answer(recovery, "wrong").expect(400);
        }
        Recovery.mail(account.email(), "Wrong answers to your secret question");
        ApiCall.of("reportNotMe")
            .json("code", MailedLink.code(account.email(), "not-me"))
            .expect(200);
      }
    };

    abstract void by(AnAccount account, Session session);
  }

  @ParameterizedTest
  @EnumSource
  void aCodeThatIsOutOpensNothingAnyMore(Act act) {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    String open = stranger.answered(account.name());
    String code = Recovery.code(account.email());
    act.by(account, session);
    assertThat(stranger.reset(open, code, Recovery.NEW).expect(410).code())
        .isEqualTo("RECOVERY_ENDED");
    assertThat(stranger.login(account.name(), Recovery.NEW).expect(401).code())
        .isEqualTo("WRONG_CREDENTIALS");
  }

  @Test
  void anAnswerGivenAfterItLeadsToNothingWhenTheRecoveryBeganBefore() {
    AnAccount account = AnAccount.confirmed();
    String asked = stranger.started(account.name());
    Act.SIGN_OUT_EVERYWHERE.by(account, account.signedIn());
    String open = stranger.answer(asked, Recovery.ANSWER).expect(200).text("/recovery");
    stranger.reset(open, Recovery.code(account.email()), Recovery.NEW).expect(410);
    stranger.recover(account.name(), account.email());
    stranger.login(account.name(), Recovery.NEW).expect(200);
  }

  @Test
  void anUndoneChangeOfAddressEndsTheRecoveryWhoseCodeTheOtherAddressGot() {
    AnAccount account = AnAccount.confirmed();
    String intruders = move(account, account.signedIn());
    String open = stranger.answered(account.name());
    String code = Recovery.code(intruders);
    ApiCall.of("undoEmailChange")
        .json("code", MailedLink.code(account.email(), "undo-email"))
        .expect(200);
    stranger.reset(open, code, Recovery.NEW).expect(410);
    assertThat(stranger.login(account.name(), Recovery.NEW).expect(401).code())
        .isEqualTo("WRONG_CREDENTIALS");
  }

  @Test
  void aRemovedMembersRecoveryIsClosed() {
    String owner = AnAccount.confirmed().signedIn().accessToken();
    AColleague mara = AColleague.joined(owner, "MEMBER");
    String asked = stranger.started(mara.email());
    String open = stranger.answer(asked, "a hammer").expect(200).text("/recovery");
    String code = Recovery.code(mara.email());
    ApiCall.of("removeMember").bearer(owner).path("memberId", mara.id(owner)).expect(204);
    assertThat(stranger.reset(open, code, Recovery.NEW).expect(403).code())
        .isEqualTo("SIGN_IN_CLOSED");
  }

  private static String move(AnAccount account, Session session) {
    String email = AnEmailChange.anEmail();
    AnEmailChange.done(session.accessToken(), account.password(), email);
    return email;
  }
}
