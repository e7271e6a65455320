package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.permitportal.files.TestFiles;

/**
 * Tests the city's guide: a person does each of its steps, in the guide's order, and finds the
 * guide's words on the pages.
 */
@InABrowser
class GuideIT {
  @Test
  void aContractorFollowsTheGuide() {
    try (APerson ana = TheBrowser.person()) {
      AnApplication application = AnApplication.of(ana);
      createsTheAccount(ana, application);
      logsIn(ana, application);
    }
  }

  private static void createsTheAccount(APerson ana, AnApplication application) {
    ana.step(
        "The homepage of the City's Permit Portal has Create Contractor Account",
        () -> {
          assertThat(ana.heading("City's Permit Portal")).isVisible();
          assertThat(ana.link("Create Contractor Account")).isVisible();
        });
    ana.step(
        "It leads to the AEC Application Confirmation",
        () -> {
          ana.link("Create Contractor Account").click();
          assertThat(ana.heading("AEC Application Confirmation")).isVisible();
          assertThat(ana.choice("I Agree")).isVisible();
        });
    ana.step(
        "Tick I Agree, click Continue, and the application opens",
        () -> {
          application.agree();
          assertThat(ana.text("AEC Application").first()).isVisible();
        });
    ana.step(
        "Step 1, A: the company name, which serves as the Username",
        () -> {
          assertThat(ana.heading("A. Company name")).isVisible();
          application.typeName();
        });
    ana.step(
        "B: a Type from a dropdown",
        () -> {
          assertThat(ana.heading("B. Type")).isVisible();
          application.chooseType("Roofing contractor");
        });
    ana.step(
        "C: the applicable information, with a correct e-mail",
        () -> {
          assertThat(ana.heading("C. Your information")).isVisible();
          application.typeInformation();
        });
    ana.step(
        "D: a password and a secret question",
        () -> {
          assertThat(ana.heading("D. Password and secret question")).isVisible();
          application.typePassword();
        });
    ana.step(
        "Attachments: business license, state license and ID; choosing them uploads them",
        () -> {
          assertThat(ana.heading("Attachments")).isVisible();
          received(ana.attach("Business license", TestFiles.PLAIN_PDF));
          received(ana.attach("State license", TestFiles.SEVEN_PAGES_PDF));
          received(ana.attach("Photo ID", TestFiles.PHOTO_JPEG));
        });
    ana.step("Next Step", application::toStepTwo);
    ana.step("Step 2: contact information", application::stepTwo);
    ana.step(
        "Step 3: confirm that everything is correct",
        () -> {
          application.toStepThree();
          assertThat(ana.text("Please confirm that everything is correct.")).isVisible();
          assertThat(ana.page().getByRole(AriaRole.MAIN)).containsText(application.name());
          application.askForCode();
        });
    ana.step(
        "Then the account is created",
        () -> {
          application.typeCode();
          assertThat(ana.text("Your User Name is " + application.name())).isVisible();
        });
    ana.step(
        "One can apply for permits or ask to be linked, and then do what the guide lists",
        () -> {
          for (String item :
              new String[] {
                "Apply for new permits",
                "Ask us to link your account to existing permits",
                "check its status",
                "pay fees",
                "schedule inspections",
                "upload documents",
                "view documents: permit, certificate of occupancy, permit card, stamped plans"
              }) {
            assertThat(ana.page().getByRole(AriaRole.MAIN).getByText(item)).isVisible();
          }
        });
  }

  private static void logsIn(APerson ana, AnApplication application) {
    ana.step(
        "Log in: Public → Contractor",
        () -> {
          ana.button("Public").click();
          ana.link("Contractor").click();
          assertThat(ana.heading("Contractor Login")).isVisible();
        });
    ana.step(
        "User Name is chosen from a drop-down list of company names",
        () -> ana.chooseUserName(application.name()));
    ana.step("Type the password", () -> ana.field("Password").fill(AnApplication.PASSWORD));
    ana.step(
        "Log in, and the Dashboard opens",
        () -> {
          ana.button("Log in").click();
          assertThat(ana.heading("Dashboard")).isVisible();
          assertThat(ana.heading("No permit is linked to your account yet")).isVisible();
        });
  }

  private static void received(Locator line) {
    assertThat(line).containsText("Received and checked");
  }
}
