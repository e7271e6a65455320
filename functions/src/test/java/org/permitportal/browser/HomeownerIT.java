package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.permitportal.files.TestFiles;

@InABrowser
class HomeownerIT {
  @Test
  void aHomeownerSetsUpAnAccountWithTheDeclarationForm() {
    try (APerson ana = TheBrowser.person()) {
      AnApplication application = AnApplication.of(ana).begun();
      ana.step(
          "The type Homeowner is for persons: no company, no license",
          () -> {
            application.stepOneOfHomeowner();
            assertThat(ana.text("This type of account is for persons")).isVisible();
            assertThat(ana.field("License number")).hasCount(0);
            assertThat(ana.text("Business license")).hasCount(0);
          });
      ana.step(
          "The Homeowner Declaration Form and an ID are asked for, and received",
          () -> {
            assertThat(ana.attach("Homeowner Declaration Form", TestFiles.PLAIN_PDF))
                .containsText("Received and checked");
            assertThat(ana.attach("Photo ID", TestFiles.PHOTO_HEIC))
                .containsText("Received and checked");
          });
      ana.step(
          "The account is created",
          () -> application.toStepTwo().stepTwo().toStepThree().askForCode().typeCode());
      ana.step(
          "The name is in no list; the e-mail address logs in",
          () -> {
            ana.link("Log in").first().click();
            ana.userName().fill(application.name());
            assertThat(ana.text("Nothing found")).isVisible();
            ana.userName().fill(application.email());
            ana.field("Password").fill(AnApplication.PASSWORD);
            ana.button("Log in").click();
            assertThat(ana.heading("Dashboard")).isVisible();
          });
    }
  }
}
