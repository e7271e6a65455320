package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ThePortal;

@InABrowser
class SessionEndIT {
  @Test
  void aSessionThatEndsInMidFormLosesNothingTyped() {
    AnAccount account = AnAccount.confirmed();
    try (APerson ana = TheBrowser.person()) {
      ana.logIn(account);
      ana.link("My account").click();
      ana.field("Street address").fill("48 Foundry Lane");
      ana.field("First name").fill("Anamaria");
      ana.step(
          "An access token that has run out is renewed without a word",
          () -> {
            ThePortal.clock().pass(Duration.ofHours(2));
            ana.button("Save").click();
            assertThat(ana.text("Saved. From now on we use this.")).isVisible();
          });
      ana.field("Street address").fill("50 Foundry Lane");
      ana.step(
          "A session that has ended says so, and the form stays as it was",
          () -> {
            ThePortal.clock().pass(Duration.ofDays(31));
            ana.button("Save").click();
            assertThat(ana.text("Nothing you typed was lost").first()).isVisible();
            assertThat(ana.field("Street address")).hasValue("50 Foundry Lane");
          });
      Page form = ana.page();
      ana.step(
          "One logs in in another window, and this one says so",
          () -> {
            Page login = form.waitForPopup(() -> ana.link("Log in again").click());
            ana.turnTo(login);
            ana.chooseUserName(account.name());
            ana.field("Password").fill(account.password());
            // The tab closes itself.
            login.waitForClose(() -> ana.button("Log in").click());
            ana.turnTo(form);
            assertThat(ana.text("You are logged in again.")).isVisible();
          });
      ana.step(
          "What was typed is saved",
          () -> {
            ana.button("Save").click();
            assertThat(ana.text("Saved. From now on we use this.")).isVisible();
          });
      ana.step(
          "It is there after a reload",
          () -> {
            form.reload();
            assertThat(ana.field("Street address")).hasValue("50 Foundry Lane");
            assertThat(ana.field("First name")).hasValue("Anamaria");
          });
    }
  }
}
