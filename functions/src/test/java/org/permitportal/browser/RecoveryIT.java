package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ThePortal;

@InABrowser
class RecoveryIT {
  private static final String NEW = "eight silver thimbles";

  @Test
  void whoTriedTooManyPasswordsIsLetInByTheSecretQuestionAndAMailedCode() {
    AnAccount account = AnAccount.confirmed();
    try (APerson ana = TheBrowser.person()) {
      ana.link("Log in").first().click();
      ana.chooseUserName(account.name());
      ana.step(
          "A wrong password is refused, and the User Name stays",
          () -> {
            wrongPassword(ana, "User Name and password do not match.");
            assertThat(ana.userName()).hasValue(account.name());
          });
      ana.step(
          "After too many the sign-in is locked, and says what lets one in",
          () -> {
            for (int tries = 2; tries <= 4; tries++) {
              wrongPassword(ana, "User Name and password do not match.");
            }
            wrongPassword(ana, "Too many wrong passwords");
          });
      ana.step(
          "Forgot password knows who asks",
          () -> {
            ana.link("set a new password").click();
            assertThat(ana.userName()).hasValue(account.name());
            ana.button("Next Step").click();
          });
      ana.step(
          "The secret question's answer has a code mailed",
          () -> {
            ana.field("What was the first power tool you bought\\?").fill("a CIRCULAR saw");
            ana.button("Next Step").click();
            assertThat(ana.heading("Code and new password")).isVisible();
          });
      ana.step(
          "The code sets a new password",
          () -> {
            ana.field("Code of 6 digits").fill(code(account));
            ana.field("New password").fill(NEW);
            ana.button("Set new password").click();
            assertThat(ana.heading("Your password is changed")).isVisible();
          });
      ana.step(
          "It logs in at once",
          () -> {
            ana.linkInMain("Log in").click();
            ana.field("Password").fill(NEW);
            ana.button("Log in").click();
            assertThat(ana.heading("Dashboard")).isVisible();
          });
    }
  }

  private static void wrongPassword(APerson ana, String told) {
    ana.field("Password").fill("not " + AnAccount.PASSWORD);
    var answered =
        ana.page()
            .waitForResponse(
                response -> response.url().endsWith("/v1/session"),
                () -> ana.button("Log in").click());
    org.assertj.core.api.Assertions.assertThat(answered.ok()).isFalse();
    assertThat(ana.text(told)).isVisible();
  }

  private static String code(AnAccount account) {
    return ThePortal.mailTo(account.email(), "code for a new password")
        .text()
        .replaceAll("(?s).*?\\b(\\d{6})\\b.*", "$1");
  }
}
