package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.MailedLink;

@InABrowser
class ResumeIT {
  @Test
  void anApplicationGoesOnAfterAReload() {
    try (APerson ana = TheBrowser.person()) {
      AnApplication application = AnApplication.of(ana).begun().stepOne();
      assertThat(ana.attach("Photo ID", TestFiles.PHOTO_JPEG)).containsText("Received and checked");
      ana.step(
          "A reload before anything was saved keeps what was typed, but for password and answer",
          () -> {
            ana.page().reload();
            assertThat(ana.field("Company name")).hasValue(application.name());
            assertThat(ana.field("Email")).hasValue(application.email());
            assertThat(ana.files("Photo ID")).containsText("Received and checked");
            assertThat(ana.field("Password")).hasValue("");
            assertThat(ana.field("Your answer")).hasValue("");
          });
      application.typePassword();
      application.toStepTwo();
      ana.step(
          "Back and forward keep what is there and what is only typed",
          () -> {
            ana.field("First name").fill("Ana");
            ana.page().goBack();
            assertThat(ana.field("Company name")).hasValue(application.name());
            ana.page().goForward();
            assertThat(ana.field("First name")).hasValue("Ana");
          });
      ana.step(
          "After a reload step 2 is still open",
          () -> {
            ana.page().reload();
            assertThat(ana.field("First name")).hasValue("Ana");
          });
      ana.step(
          "The homepage leads back to it, and what was saved is there; the password is not shown",
          () -> {
            ana.page().navigate("/");
            ana.link("Continue your application").click();
            assertThat(ana.field("Company name")).hasValue(application.name());
            assertThat(ana.field("Email")).hasValue(application.email());
            assertThat(ana.field("Password")).hasValue("");
            assertThat(ana.text("Your password is set.")).isVisible();
            assertThat(ana.files("Photo ID")).containsText("Received and checked");
          });
    }
  }

  @Test
  void anApplicationGoesOnOnAnotherDeviceByAMailedLink() {
    try (APerson atTheOffice = TheBrowser.person();
        APerson atHome = TheBrowser.person()) {
      AnApplication begun = AnApplication.of(atTheOffice).begun().stepOne().toStepTwo();
      atTheOffice.step(
          "A link is mailed",
          () -> {
            atTheOffice.text("Continue later or on another device").click();
            atTheOffice.button("Email me a link").click();
            assertThat(atTheOffice.text("We emailed a link to " + begun.email())).isVisible();
          });
      AnApplication there = new AnApplication(atHome, begun.name(), begun.email());
      String code = MailedLink.code(begun.email(), "resume");
      atHome.step(
          "It opens the application on the other device",
          () -> {
            atHome.page().navigate("/resume#code=" + code);
            atHome.button("Continue").click();
            assertThat(atHome.heading("Step 2 of 3: Contact information")).isVisible();
          });
      atHome.step(
          "There it becomes an account",
          () -> there.stepTwo().toStepThree().askForCode().typeCode());
      atTheOffice.step(
          "Where it was begun one is told so",
          () -> {
            atTheOffice.page().reload();
            assertThat(atTheOffice.heading("This application is finished")).isVisible();
          });
    }
  }

  @Test
  void twoApplicationsInOneBrowserAreBothGoneOnWith() {
    try (APerson ana = TheBrowser.person()) {
      AnApplication first = AnApplication.of(ana).begun().stepOne().toStepTwo();
      Page firstTab = ana.page();
      AnApplication second = AnApplication.of(ana);
      Page secondTab = ana.tab();
      ana.step(
          "In another tab the first one is offered, and another one begins",
          () -> {
            secondTab.navigate("/application");
            assertThat(ana.link("Continue the application of " + first.name())).isVisible();
            second.agree();
            assertThat(ana.field("Company name")).hasValue("");
            second.stepOne().toStepTwo();
          });
      ana.turnTo(firstTab);
      ana.step(
          "The first tab goes on with the first",
          () -> {
            first.stepTwo().toStepThree();
            assertThat(ana.text(first.name()).first()).isVisible();
          });
      ana.turnTo(secondTab);
      ana.step(
          "The second becomes an account",
          () -> second.stepTwo().toStepThree().askForCode().typeCode());
      ana.step(
          "Then the first is what the homepage offers",
          () -> {
            secondTab.navigate("/");
            ana.link("Continue your application").click();
            assertThat(ana.field("Company name")).hasValue(first.name());
          });
    }
  }
}
