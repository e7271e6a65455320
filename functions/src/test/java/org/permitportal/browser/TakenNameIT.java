package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AnAccount;

@InABrowser
class TakenNameIT {
  @Test
  void aTakenNameIsToldWhileTypingAndWaysOutAreOffered() {
    AnAccount other = AnAccount.confirmed();
    try (APerson ana = TheBrowser.person()) {
      AnApplication application = AnApplication.of(ana).begun().stepOne();
      Locator name = ana.field("Company name");
      ana.step(
          "Another way to write a name that is there is the same name",
          () -> {
            name.fill(other.name().toUpperCase(java.util.Locale.ROOT) + ", L.L.C.");
            assertThat(ana.text("There is already an account under this name.")).isVisible();
          });
      ana.step(
          "Next Step leads back to the name and clears nothing",
          () -> {
            ana.button("Next Step").click();
            assertThat(ana.heading("There is a problem")).isVisible();
            assertThat(name).isFocused();
            assertThat(ana.field("Email")).hasValue(application.email());
            assertThat(ana.field("Your answer")).hasValue("A circular saw");
          });
      ana.step(
          "A free name that is suggested goes",
          () -> {
            ana.page().locator(".suggestions button").first().click();
            assertThat(ana.text("This name is free.")).isVisible();
            application.toStepTwo();
          });
      ana.step(
          "Or one recovers the password of the account that is there",
          () -> {
            ana.link("Back").click();
            name.fill(other.name());
            ana.link("recover the password").click();
            assertThat(ana.heading("Forgot password")).isVisible();
          });
    }
  }
}
