package org.permitportal.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AColleague;
import org.permitportal.journey.ASecondFactor;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.AnAccount.Session;
import org.permitportal.journey.AnEmailChange;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.MailedLink;
import org.permitportal.journey.ThePortal;

/**
 * Tests that a member can undo a change of the email address that another person made with the
 * password.
 */
class UndoneAddressJourneyTest {
  private final Recovery holder = Recovery.fresh();
  private final Recovery intruder = Recovery.fresh();

  @Test
  void theOldPasswordOpensNothingAndTheHolderSetsANewOneByRecovery() {
    AnAccount account = AnAccount.confirmed();
    String elsewhere = moved(account, account.signedIn());
    undo(account).expect(200);
    // A sign-in in the second in which all sessions end is refused, whatever the password.
    ThePortal.clock().pass(Duration.ofSeconds(2));
    for (String user : new String[] {account.name(), account.email(), elsewhere}) {
      assertThat(intruder.login(user, account.password()).expect(401).code())
          .isEqualTo("WRONG_CREDENTIALS");
    }
    holder.recover(account.email(), account.email());
    String token = holder.login(account.name(), Recovery.NEW).expect(200).text("/accessToken");
    assertThat(ApiCall.of("getAccount").bearer(token).expect(200).text("/email"))
        .isEqualTo(account.email());
  }

  @Test
  void anAuthenticatorAppEnrolledSinceDoesNotKeepTheHolderOut() {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    moved(account, session);
    ASecondFactor.of(account, session);
    undo(account).expect(200);
    holder.recover(account.name(), account.email());
    holder.login(account.name(), Recovery.NEW).expect(200).text("/accessToken");
  }

  @Test
  void anAuthenticatorAppEnrolledBeforeStays() {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    ASecondFactor.of(account, session);
    String email = AnEmailChange.anEmail();
    AnEmailChange.ask(session.accessToken(), account.password(), email).expect(200);
    ThePortal.clock().pass(Duration.ofSeconds(1));
    AnEmailChange.confirm(session.accessToken(), email, ThePortal.codeMailedTo(email)).expect(204);
    undo(account).expect(200);
    holder.recover(account.name(), account.email());
    assertThat(holder.login(account.name(), Recovery.NEW).expect(200).text("/asked/ask"))
        .isEqualTo("AUTHENTICATOR_CODE");
  }

  @Test
  void whoWasRemovedMeanwhileHasNothingToUndoOrToReport() {
    String owner = AnAccount.confirmed().signedIn().accessToken();
    AColleague mara = AColleague.joined(owner, "MEMBER");
    String elsewhere = moved(mara.token(), AColleague.PASSWORD);
    MailedLink.code(mara.email(), "undo-email");
    ApiCall.of("changePassword")
        .bearer(
            mara.login()
                .json("user", elsewhere, "password", AColleague.PASSWORD, "delivery", "BODY")
                .expect(200)
                .text("/accessToken"))
        .json(
            "currentPassword",
            AColleague.PASSWORD,
            "newPassword",
            "eleven quiet orchards",
            "delivery",
            "BODY")
        .expect(200);
    String notMe = MailedLink.code(elsewhere, "not-me");
    String id = new AColleague(elsewhere, mara.invitationId(), mara.code()).id(owner);
    ApiCall.of("removeMember").bearer(owner).path("memberId", id).expect(204);
    ApiCall.of("undoEmailChange")
        .json("code", MailedLink.code(mara.email(), "undo-email"))
        .expect(410);
    ApiCall.of("reportNotMe").json("code", notMe).expect(200);
    assertThat(intruder.login(mara.email(), AColleague.PASSWORD).expect(401).code())
        .isEqualTo("WRONG_CREDENTIALS");
  }

  private static ApiCall undo(AnAccount account) {
    return ApiCall.of("undoEmailChange")
        .json("code", MailedLink.code(account.email(), "undo-email"));
  }

  private static String moved(AnAccount account, Session session) {
    return moved(session.accessToken(), account.password());
  }

  private static String moved(String accessToken, String password) {
    String email = AnEmailChange.anEmail();
    AnEmailChange.done(accessToken, password, email);
    return email;
  }
}
