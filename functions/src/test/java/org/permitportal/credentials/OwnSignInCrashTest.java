package org.permitportal.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.permitportal.crash.CrashPoints;
import org.permitportal.crash.CrashPoints.Run;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.AnAccount.Session;
import org.permitportal.journey.AnEmailChange;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.MailedLink;
import org.permitportal.journey.ThePortal;

/**
 * Interrupts changes of the email address and the password at each AWS call. Afterwards exactly one
 * address and one password work, the account shows this address, and nobody else is still signed
 * in.
 */
class OwnSignInCrashTest {
  private static final String NEW = "eleven quiet orchards";

  /**
   * The number of the first AWS call that is interrupted. The calls before it read the caller's
   * membership and check the password.
   */
  private static final int AFTER_THE_PASSWORD = 7;

  /** A member asks for the code for a new address. */
  private record Asking(AnAccount account, Session session, String email) implements Run {
    static Asking fresh() {
      AnAccount account = AnAccount.confirmed();
      return new Asking(account, account.signedIn(), AnEmailChange.anEmail());
    }

    private ApiCall ask() {
      return AnEmailChange.ask(session.accessToken(), account.password(), email);
    }

    @Override
    public void act() {
      ask().send();
    }

    @Override
    public void again() {
      ThePortal.clock().pass(Duration.ofSeconds(31));
      ask().expect(200);
      confirm(session, email, ThePortal.codeMailedTo(email)).expect(204);
      assertSignsIn(account, email, account.email());
    }

    @Override
    public void left() {
      assertSignsIn(account, account.email(), email);
    }
  }

  /** A member confirms a new address with the mailed code. */
  private record Confirming(AnAccount account, Session session, String email, String code)
      implements Run {
    static Confirming fresh() {
      Asking asked = Asking.fresh();
      asked.ask().expect(200);
      return new Confirming(
          asked.account, asked.session, asked.email, ThePortal.codeMailedTo(asked.email));
    }

    @Override
    public void act() {
      confirm(session, email, code).send();
    }

    @Override
    public void again() {
      confirm(session, email, code).expect(204);
      assertSignsIn(account, email, account.email());
      undo(MailedLink.code(account.email(), "undo-email")).expect(200);
      assertComesBackByRecovery(account, account.email(), email);
    }

    @Override
    public void left() {
      boolean moved = login(account.password(), email).send().status() == 200;
      assertSignsIn(account, moved ? email : account.email(), moved ? account.email() : email);
    }
  }

  /** The member undoes the change with the link that was mailed to the old address. */
  private record Undoing(Confirming confirmed, String link) implements Run {
    static Undoing fresh() {
      Confirming confirming = Confirming.fresh();
      confirming.act();
      return new Undoing(confirming, MailedLink.code(confirming.account.email(), "undo-email"));
    }

    @Override
    public void act() {
      undo(link).send();
    }

    @Override
    public void again() {
      assertThat(undo(link).send().status()).isIn(200, 410);
      ApiCall.of("getAccount").bearer(confirmed.session.accessToken()).expect(401);
      AnAccount account = confirmed.account;
      assertComesBackByRecovery(account, account.email(), confirmed.email);
      assertThat(Recovery.mails(account.email(), "was changed back")).hasSize(1);
    }

    @Override
    public void left() {
      ThePortal.clock().pass(Duration.ofSeconds(2));
      AnAccount account = confirmed.account;
      boolean moved = login(account.password(), confirmed.email).send().status() == 200;
      if (moved || login(account.password(), account.email()).send().status() == 200) {
        confirmed.left();
      } else {
        assertComesBackByRecovery(account, account.email(), confirmed.email);
      }
    }
  }

  /** A member changes the password while another person is signed in. */
  private record Changing(AnAccount account, Session other, Session mine) implements Run {
    static Changing fresh() {
      AnAccount account = AnAccount.confirmed();
      return new Changing(account, account.signedIn(), account.signedIn());
    }

    @Override
    public void act() {
      change(mine, account.password()).send();
    }

    @Override
    public void again() {
      ThePortal.clock().pass(Duration.ofSeconds(2));
      if (login(account.password(), account.email()).send().status() == 200) {
        change(mine, account.password()).expect(200);
        ThePortal.clock().pass(Duration.ofSeconds(2));
      }
      login(NEW, account.email()).expect(200);
      assertOtherIsOut();
    }

    @Override
    public void left() {
      ThePortal.clock().pass(Duration.ofSeconds(2));
      int old = login(account.password(), account.email()).send().status();
      int now = login(NEW, account.email()).send().status();
      assertThat(old == 200).isNotEqualTo(now == 200);
      if (now == 200) {
        assertOtherIsOut();
      }
    }

    private void assertOtherIsOut() {
      ApiCall.of("getAccount").bearer(other.accessToken()).expect(401);
      ApiCall.of("refreshSession").json("refreshToken", other.refreshToken()).expect(401);
    }
  }

  @Test
  void askingForAnAddressBreakingOffAnywhereChangesNothing() {
    assertThat(CrashPoints.of("ChangeEmailFunction", AFTER_THE_PASSWORD, Asking::fresh))
        .hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void aConfirmationBreakingOffAnywhereMovesTheAddressWhollyOrNotAtAll() {
    assertThat(CrashPoints.of("ConfirmEmailChangeFunction", Confirming::fresh))
        .hasSizeGreaterThanOrEqualTo(7);
  }

  @Test
  void anUndoingBreakingOffAnywhereCanBeRepeated() {
    assertThat(CrashPoints.of("UndoEmailChangeFunction", Undoing::fresh))
        .hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void aNewPasswordBreakingOffAnywhereNeverLeavesSomebodyElseIn() {
    assertThat(CrashPoints.of("ChangePasswordFunction", AFTER_THE_PASSWORD, Changing::fresh))
        .hasSizeGreaterThanOrEqualTo(13);
  }

  private static void assertSignsIn(AnAccount account, String by, String notBy) {
    String token = login(account.password(), by).expect(200).text("/accessToken");
    assertThat(login(account.password(), notBy).expect(401).code()).isEqualTo("WRONG_CREDENTIALS");
    assertThat(ApiCall.of("getAccount").bearer(token).expect(200).text("/email")).isEqualTo(by);
  }

  /**
   * Checks that nobody can sign in with the old password, and that the member can set a new
   * password with a code mailed to this address.
   */
  private static void assertComesBackByRecovery(AnAccount account, String by, String notBy) {
    assertThat(login(account.password(), by).expect(401).code()).isEqualTo("WRONG_CREDENTIALS");
    assertThat(login(account.password(), notBy).expect(401).code()).isEqualTo("WRONG_CREDENTIALS");
    Recovery holder = Recovery.fresh();
    holder.recover(account.name(), by);
    String token = holder.login(by, Recovery.NEW).expect(200).text("/accessToken");
    assertThat(holder.login(notBy, Recovery.NEW).expect(401).code()).isEqualTo("WRONG_CREDENTIALS");
    assertThat(ApiCall.of("getAccount").bearer(token).expect(200).text("/email")).isEqualTo(by);
  }

  private static ApiCall login(String password, String user) {
    return ApiCall.of("login")
        .from(ApiCall.anAddress())
        .json("user", user, "password", password, "delivery", "BODY");
  }

  private static ApiCall change(Session session, String current) {
    return ApiCall.of("changePassword")
        .bearer(session.accessToken())
        .json("currentPassword", current, "newPassword", NEW, "delivery", "BODY");
  }

  private static ApiCall confirm(Session session, String email, String code) {
    return AnEmailChange.confirm(session.accessToken(), email, code);
  }

  private static ApiCall undo(String code) {
    return ApiCall.of("undoEmailChange").json("code", code);
  }
}
