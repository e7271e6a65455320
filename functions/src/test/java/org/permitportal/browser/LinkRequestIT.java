package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.ASecondFactor;
import org.permitportal.journey.AStaffMember;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ThePortal;
import org.permitportal.permits.APermit;

@InABrowser
class LinkRequestIT {
  @Test
  void aLinkThatStaffRefuseAndThenApproveIsOnTheDashboard() {
    AnAccount account = AnAccount.confirmed();
    APermit permit = APermit.row();
    permit.imported();
    AStaffMember clerk = AStaffMember.invited("clerk");
    try (APerson ana = TheBrowser.person();
        APerson noor = TheBrowser.person()) {
      ana.logIn(account);
      ana.step("A permit is looked up by its number", () -> looksUp(ana, permit));
      ana.step("One asks to be linked to it", () -> asks(ana, permit, "It is my house."));
      ana.step("The dashboard shows that it waits for staff", () -> waits(ana));
      signsIn(noor, clerk);
      noor.step(
          "A clerk refuses it, and says why",
          () -> {
            Locator refuse =
                noor.button("Refuse %s on %s".formatted(account.name(), permit.number()));
            refuse.click();
            noor.button("Cancel").click();
            assertThat(refuse).isFocused();
            refuse.click();
            noor.field("Reason").fill("Please send us\n the deed.");
            noor.button("Refuse").click();
            assertThat(noor.text("for %s was refused".formatted(permit.number()))).isVisible();
          });
      ana.step(
          "The dashboard tells the reason, and the mail does",
          () -> {
            ana.page().reload();
            assertThat(ana.text("Not linked")).isVisible();
            assertThat(ana.text("Please send us the deed.")).isVisible();
            org.assertj.core.api.Assertions.assertThat(
                    ThePortal.mailTo(account.email(), permit.number()).text())
                .contains("Please send us the deed.");
          });
      ana.step(
          "One asks again, and answers it",
          () -> {
            ana.link("Ask again for " + permit.number()).click();
            asks(ana, permit, "The deed is at your counter.");
            waits(ana);
          });
      noor.step(
          "A clerk approves it",
          () -> {
            noor.page().reload();
            noor.button("Approve %s on %s".formatted(account.name(), permit.number())).click();
            noor.button("Approve").click();
            assertThat(
                    noor.text("%s is a party of %s now".formatted(account.name(), permit.number())))
                .isVisible();
          });
      ana.step(
          "The permit is on the dashboard, and opens with its documents",
          () -> {
            ana.page().reload();
            assertThat(ana.heading("Your permits")).isVisible();
            assertThat(ana.text("Waiting for the Permit Center")).hasCount(0);
            ana.link(permit.number()).click();
            assertThat(ana.heading("Send documents")).isVisible();
          });
    }
  }

  private static void looksUp(APerson ana, APermit permit) {
    ana.link("Look up a permit").first().click();
    ana.field("Permit number, address or parcel").fill(permit.number());
    ana.button("Look up").click();
    ana.link(permit.number()).click();
    assertThat(ana.heading("Permit " + permit.number())).isVisible();
  }

  private static void asks(APerson ana, APermit permit, String why) {
    ana.button("Ask to be linked").click();
    ana.field("Who are you on this permit\\?").selectOption("Owner");
    ana.field("Why should you be linked\\?").fill(why);
    ana.button("Ask to be linked to " + permit.number()).click();
    assertThat(ana.text("to be linked as Owner.")).isVisible();
  }

  private static void waits(APerson ana) {
    ana.link("Dashboard").first().click();
    assertThat(ana.text("Waiting for the Permit Center")).isVisible();
  }

  private static void signsIn(APerson noor, AStaffMember clerk) {
    noor.step(
        "Staff sign in with the password they were given",
        () -> {
          noor.button("Public").click();
          noor.link("Staff").click();
          noor.field("Email address").fill(clerk.email());
          noor.field("Password").fill(clerk.temporary());
          noor.button("Log in").click();
          assertThat(noor.heading("Choose your own password")).isVisible();
        });
    noor.step(
        "And choose their own, and set up the app",
        () -> {
          noor.field("New password").fill(AStaffMember.PASSWORD);
          noor.button("Continue").click();
          assertThat(noor.heading("Set up your authenticator app")).isVisible();
        });
    ASecondFactor app =
        new ASecondFactor(noor.page().locator(".key code").innerText().replace(" ", ""), List.of());
    noor.step(
        "The app's code opens the link requests",
        () -> {
          noor.field("Code of 6 digits").fill(app.nextCode());
          noor.button("Log in").click();
          assertThat(noor.heading("Link requests")).isVisible();
        });
  }
}
