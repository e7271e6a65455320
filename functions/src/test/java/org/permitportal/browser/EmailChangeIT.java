package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.AnEmailChange;
import org.permitportal.journey.MailedLink;
import org.permitportal.journey.ThePortal;
import org.permitportal.platform.TheCity;
import org.permitportal.users.Codes;

@InABrowser
class EmailChangeIT {
  @Test
  void anAddressIsChangedWithTheSecondCodeMailedToItAndTakenBackFromTheOldOne() {
    AnAccount account = AnAccount.confirmed();
    String elsewhere = AnEmailChange.anEmail();
    try (APerson ana = TheBrowser.person()) {
      ana.page().clock().install();
      ana.logIn(account);
      ana.step(
          "The security page says with which address one signs in",
          () -> {
            ana.link("My account").first().click();
            ana.link("Password and email").click();
            assertThat(ana.text("You log in with " + account.email())).isVisible();
          });
      ana.step(
          "A new one is sent a code, and nothing changes",
          () -> {
            ana.button("Change email address").click();
            ana.field("New email address").fill(elsewhere);
            ana.field("Current password").fill(account.password());
            ana.button("Send code").click();
            assertThat(ana.text("Nothing changes before you type it")).isVisible();
            assertThat(ana.text("You log in with " + account.email())).isVisible();
          });
      String first = ThePortal.codeMailedTo(elsewhere);
      String wrong = (first.startsWith("0") ? "1" : "0") + first.substring(1);
      ana.step(
          "Too many wrong codes use it up; the right one does not help any more",
          () -> {
            for (int tries = 1; tries <= TheCity.CITY.security().codes().tries(); tries++) {
              assertEquals(400, confirm(ana, wrong));
              assertThat(ana.text("That is not the code.").first()).isVisible();
            }
            assertEquals(429, confirm(ana, first));
            assertThat(ana.text("Too many wrong codes. Ask for a new one.").first()).isVisible();
          });
      ana.step(
          "After a wait another can be asked for",
          () -> {
            assertThat(ana.button("Send a new code")).isDisabled();
            ThePortal.clock().pass(Codes.RESEND);
            ana.page().clock().fastForward(Codes.RESEND.toMillis());
            ana.button("Send a new code").click();
            assertThat(ana.text("A new code is on its way")).isVisible();
          });
      ana.step(
          "It is right, and the page says the new address",
          () -> {
            assertEquals(204, confirm(ana, ThePortal.codeMailedTo(elsewhere)));
            assertThat(ana.text("From now on you log in with " + elsewhere)).isVisible();
            assertThat(ana.text("You log in with " + elsewhere).first()).isVisible();
          });
      ana.step(
          "The link mailed to the old address takes the change back, and logs everybody out",
          () -> {
            ana.page()
                .navigate("/undo-email#code=" + MailedLink.code(account.email(), "undo-email"));
            ana.button("Undo the change").click();
            assertThat(ana.heading("Your old email address is back")).isVisible();
            ana.page().navigate("/dashboard");
            ana.userName().fill(account.email());
            ana.field("Password").fill(account.password());
            ana.button("Log in").click();
            assertThat(ana.text("User Name and password do not match.")).isVisible();
          });
    }
  }

  private static int confirm(APerson ana, String code) {
    ana.field("Code from the email").fill(code);
    return ana.page()
        .waitForResponse(
            response -> response.url().endsWith("/v1/account/email/confirmation"),
            () -> ana.button("Confirm new address").click())
        .status();
  }
}
