package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.ThePortal;

@InABrowser
class WrongCodeIT {
  @Test
  void aWrongCodeIsToldAndTheRightOneStillGoes() {
    try (APerson ana = TheBrowser.person()) {
      AnApplication application =
          AnApplication.of(ana).begun().stepOne().toStepTwo().stepTwo().toStepThree().askForCode();
      Locator code = ana.field("Code from the email");
      String right = ThePortal.codeMailedTo(application.email());
      ana.step(
          "A wrong code is marked and stays to be corrected",
          () -> {
            String wrong =
                right.startsWith("0") ? "1" + right.substring(1) : "0" + right.substring(1);
            code.fill(wrong);
            ana.button("Next Step").click();
            assertThat(ana.text("That is not the code.").first()).isVisible();
            assertThat(code).isFocused();
            assertThat(code).hasValue(wrong);
            assertThat(code).hasAttribute("aria-invalid", "true");
          });
      ana.step(
          "A reload, as when one was in the mail, still asks for it",
          () -> {
            ana.page().reload();
            assertThat(code).isVisible();
            assertThat(ana.text("We emailed a code to " + application.email())).isVisible();
          });
      ana.step(
          "The right one, pasted with blanks, makes the account",
          () -> {
            code.fill(" " + right.substring(0, 3) + " " + right.substring(3) + " ");
            application.next("Your account has been created");
          });
    }
  }
}
