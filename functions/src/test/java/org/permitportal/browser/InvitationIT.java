package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.MailedLink;

@InABrowser
class InvitationIT {
  @Test
  void aColleagueIsInvitedAndJoinsAndLeaves() {
    AnAccount account = AnAccount.confirmed();
    String email = account.email().replace("owner-", "mara-");
    try (APerson ana = TheBrowser.person();
        APerson mara = TheBrowser.person()) {
      ana.logIn(account);
      ana.step(
          "An owner invites a colleague to be one, too",
          () -> {
            ana.link("My account").click();
            ana.link("Members").click();
            ana.field("Email address").fill(email);
            ana.field("Name").fill("Mara");
            ana.choice("Owner").click();
            ana.field("Your own password").fill(account.password());
            ana.button("Send invitation").click();
            assertThat(ana.text("An invitation is on its way to " + email)).isVisible();
          });
      String code = MailedLink.code(email, "invitation");
      mara.step(
          "The mailed link says who invites to what",
          () -> {
            mara.page().navigate("/invitation#code=" + code);
            assertThat(mara.heading("Join " + account.name())).isVisible();
            assertThat(mara.choice("I have read the terms and agree")).isVisible();
            org.assertj.core.api.Assertions.assertThat(mara.page().url()).doesNotContain(code);
          });
      mara.step(
          "With the terms agreed to and an own password one joins",
          () -> {
            assertThat(mara.field("Your name")).hasValue("Mara");
            mara.field("Your name").fill("Mara Rivera");
            mara.field("Password").fill("five green kettles");
            mara.field("Secret question").selectOption("What was the first power tool you bought?");
            mara.field("Your answer").fill("A hammer");
            mara.choice("I have read the terms and agree").click();
            mara.button("Join").click();
            assertThat(mara.heading("You have joined " + account.name())).isVisible();
          });
      mara.step(
          "The own e-mail address logs in",
          () -> {
            mara.linkInMain("Log in").click();
            mara.userName().fill(email);
            mara.field("Password").fill("five green kettles");
            mara.button("Log in").click();
            assertThat(mara.heading("Dashboard")).isVisible();
          });
      ana.step(
          "The owner sees the new member",
          () -> {
            ana.page().reload();
            assertThat(ana.text("Mara Rivera").first()).isVisible();
            assertThat(ana.text("Nobody is invited right now.")).isVisible();
          });
      mara.step(
          "Who leaves is asked first, and is signed out",
          () -> {
            mara.link("My account").click();
            mara.link("Members").click();
            mara.button("Leave the account").click();
            mara.field("Your own password").fill("five green kettles");
            mara.button("Leave and log out").click();
            assertThat(mara.heading("You have left " + account.name())).isVisible();
            mara.page().navigate("/dashboard");
            assertThat(mara.userName()).isVisible();
            ana.page().reload();
            assertThat(ana.text("Ana Rivera").first()).isVisible();
            assertThat(ana.text("Mara Rivera")).hasCount(0);
          });
    }
  }
}
