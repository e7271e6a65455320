package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.ASecondFactor;
import org.permitportal.journey.AnAccount;

@InABrowser
class SecondFactorIT {
  @Test
  void anAuthenticatorAppIsSetUpAndAskedForAndARecoveryCodeReplacesIt() {
    AnAccount account = AnAccount.confirmed();
    try (APerson ana = TheBrowser.person()) {
      ana.logIn(account);
      ana.step(
          "My account shows the QR code and the key",
          () -> {
            ana.link("My account").click();
            ana.link("Authenticator app").click();
            ana.field("Your password").fill(account.password());
            ana.button("Continue").click();
            assertThat(
                    ana.page()
                        .getByRole(
                            AriaRole.IMG,
                            new com.microsoft.playwright.Page.GetByRoleOptions()
                                .setName("QR code for your authenticator app")))
                .isVisible();
          });
      ASecondFactor app =
          new ASecondFactor(
              ana.page().locator(".key code").innerText().replace(" ", ""), List.of());
      ana.step(
          "The app's first code turns it on, and recovery codes are shown once",
          () -> {
            ana.field("Code of 6 digits").fill(app.nextCode());
            ana.button("Turn on").click();
            assertThat(ana.heading("Keep your recovery codes")).isVisible();
          });
      String recoveryCode = ana.page().locator(".codes code").first().innerText();
      ana.button("I have kept them").click();
      ana.step(
          "From now on the app's code is asked for",
          () -> {
            ana.button("Log out").click();
            password(ana, account);
            ana.field("Code of 6 digits").fill("000000");
            ana.button("Log in").click();
            assertThat(ana.text("That code is not valid now.").first()).isVisible();
            ana.field("Code of 6 digits").fill(app.nextCode());
            ana.button("Log in").click();
            assertThat(ana.heading("Dashboard")).isVisible();
          });
      ana.step(
          "Who has lost the app uses a recovery code",
          () -> {
            ana.button("Log out").click();
            password(ana, account);
            ana.button("I don't have the app any more").click();
            ana.field("Recovery code").fill(recoveryCode);
            ana.button("Log in").click();
            assertThat(ana.heading("Dashboard")).isVisible();
          });
    }
  }

  private static void password(APerson ana, AnAccount account) {
    ana.link("Log in").first().click();
    ana.chooseUserName(account.name());
    ana.field("Password").fill(account.password());
    ana.button("Log in").click();
    assertThat(ana.heading("Code from your authenticator app")).isVisible();
  }
}
