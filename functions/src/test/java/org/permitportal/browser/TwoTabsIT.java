package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ThePortal;

@InABrowser
class TwoTabsIT {
  @Test
  void twoTabsShareASession() {
    AnAccount account = AnAccount.confirmed();
    try (APerson ana = TheBrowser.person()) {
      ana.logIn(account);
      Page first = ana.page();
      Page second = ana.tab();
      ana.step(
          "A second tab is logged in",
          () -> {
            second.navigate("/account");
            assertThat(ana.heading("Profile and contact")).isVisible();
          });
      ana.step(
          "Both renew the session at the same time, and both go on",
          () -> {
            ThePortal.clock().pass(Duration.ofHours(2));
            ana.link("Members").click();
            ana.turnTo(first);
            ana.link("My account").click();
            assertThat(ana.field("First name")).hasValue("Ana");
            ana.turnTo(second);
            assertThat(ana.heading("Invite a colleague")).isVisible();
          });
      ana.step(
          "Who logs out in one is logged out in the other",
          () -> {
            ana.button("Log out").click();
            ana.turnTo(first);
            assertThat(ana.link("Log in").first()).isVisible();
            assertThat(ana.field("First name")).hasCount(0);
          });
    }
  }

  @Test
  void anApplicationInTwoTabsIsSavedByBothAfterALook() {
    try (APerson ana = TheBrowser.person()) {
      AnApplication.of(ana).begun().stepOne().toStepTwo().stepTwo();
      Page first = ana.page();
      Page second = ana.tab();
      second.navigate("/application/step-2");
      AnApplication there = new AnApplication(ana, "", "").stepTwo();
      ana.field("Suite, unit").fill("Suite 7");
      ana.step("The second tab saves", there::toStepThree);
      ana.turnTo(first);
      ana.step(
          "The first is told so, and what was typed there is still there",
          () -> {
            ana.button("Next Step").click();
            assertThat(ana.text("This was changed meanwhile, perhaps in another window.").first())
                .isVisible();
            assertThat(ana.field("Street address")).hasValue("12 Elm Street");
          });
      ana.step("Then it can save, too", there::toStepThree);
    }
  }
}
