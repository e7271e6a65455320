package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ThePortal;

/** Tests that people can use the pages with the keyboard alone. */
@InABrowser
class KeyboardIT {
  private static final int FAR = 60;

  @Test
  void oneLogsInWithTheKeyboardAlone() {
    AnAccount account = AnAccount.confirmed();
    try (APerson ana = TheBrowser.person()) {
      ana.step(
          "The first Tab offers to skip the menu",
          () -> {
            assertThat(ana.heading("City's Permit Portal")).isVisible();
            press(ana, "Tab");
            assertThat(ana.link("Skip to main content")).isFocused();
          });
      ana.step(
          "Public → Contractor",
          () -> {
            tabTo(ana, ana.button("Public"));
            press(ana, "Enter");
            tabTo(ana, ana.link("Contractor"));
            press(ana, "Enter");
            assertThat(ana.heading("Contractor Login")).isFocused();
          });
      Locator userName = ana.userName();
      ana.step(
          "The arrow opens the list of User Names, and Escape closes it",
          () -> {
            tabTo(ana, userName);
            assertThat(userName).hasAttribute("aria-autocomplete", "list");
            assertThat(userName).hasAttribute("aria-expanded", "false");
            press(ana, "ArrowDown");
            assertThat(userName).hasAttribute("aria-expanded", "true");
            assertThat(list(ana)).isVisible();
            press(ana, "Escape");
            assertThat(userName).hasAttribute("aria-expanded", "false");
          });
      ana.step("Typing narrows it, and how far is said", () -> narrows(ana, account));
      ana.step(
          "The arrow moves to a company while the focus stays, and Enter chooses it",
          () -> {
            press(ana, "ArrowDown");
            Locator option = list(ana).getByRole(AriaRole.OPTION);
            assertThat(option).hasAttribute("aria-selected", "true");
            assertThat(userName).hasAttribute("aria-activedescendant", option.getAttribute("id"));
            assertThat(userName).isFocused();
            press(ana, "Enter");
            assertThat(userName).hasValue(account.name());
            assertThat(userName).hasAttribute("aria-expanded", "false");
          });
      ana.step(
          "Password and Enter log in",
          () -> {
            tabTo(ana, ana.field("Password"));
            ana.page().keyboard().type(account.password());
            press(ana, "Enter");
            assertThat(ana.heading("Dashboard")).isVisible();
          });
    }
  }

  /** Checks the texts for screen readers while the list gets shorter. */
  private static void narrows(APerson ana, AnAccount account) {
    ana.page().keyboard().type(account.name());
    assertThat(ana.page().getByRole(AriaRole.MAIN))
        .matchesAriaSnapshot(
            """
            - combobox "User Name" [expanded]: %1$s
            - button "Show the list" [expanded]
            - listbox "User Name":
              - option "%1$s"
            - status: 1 result
            """
                .formatted(account.name()));
    assertThat(ana.userName()).hasAttribute("aria-controls", list(ana).getAttribute("id"));
    assertThat(ana.userName())
        .hasAccessibleDescription(Pattern.compile("Choose your company from the list.*"));
  }

  @Test
  void oneSetsUpAnAccountWithTheKeyboardAlone() {
    try (APerson ana = TheBrowser.person()) {
      AnApplication application = AnApplication.of(ana);
      ana.step(
          "I Agree, Continue",
          () -> {
            tabTo(ana, ana.link("Create Contractor Account"));
            press(ana, "Enter");
            tabTo(ana, ana.field("I Agree.*"));
            press(ana, "Space");
            assertThat(ana.field("I Agree.*")).isChecked();
            tabTo(ana, ana.button("Continue"));
            press(ana, "Enter");
            assertThat(ana.heading("Step 1 of 3: Company, login and attachments")).isFocused();
          });
      ana.step(
          "An empty form leads to its first fault",
          () -> {
            tabTo(ana, ana.button("Next Step"));
            press(ana, "Enter");
            assertThat(ana.field("Company name")).isFocused();
          });
      ana.step(
          "Arrows choose, and letters find a type",
          () -> {
            press(ana, "Shift+Tab");
            press(ana, "ArrowDown");
            assertThat(ana.field("Myself, not affiliated with a company")).isChecked();
            press(ana, "ArrowUp");
            assertThat(ana.field("A company")).isChecked();
            type(ana, "Company name", application.name());
            type(ana, "Type", "Roofing");
            assertThat(ana.field("Type")).hasValue("roofing");
          });
      ana.step(
          "A mended field is no longer called wrong",
          () -> {
            assertThat(ana.field("Company name")).not().hasAttribute("aria-invalid", "true");
            assertThat(ana.field("Phone")).hasAttribute("aria-invalid", "true");
          });
      ana.step(
          "The rest is typed, and Enter submits",
          () -> {
            type(ana, "Email", application.email());
            type(ana, "Phone", "719-555-0150");
            type(ana, "Password", AnApplication.PASSWORD);
            type(ana, "Secret question", "What was the first power");
            type(ana, "Your answer", "A circular saw");
            press(ana, "Enter");
            assertThat(ana.heading("Step 2 of 3: Contact information")).isFocused();
          });
      ana.step(
          "So is step 2",
          () -> {
            type(ana, "First name", "Ana");
            type(ana, "Last name", "Rivera");
            type(ana, "Street address", "12 Elm Street");
            type(ana, "City", "Juniper Falls");
            type(ana, "State", "co");
            type(ana, "ZIP code", "80999");
            press(ana, "Enter");
            assertThat(ana.heading("Step 3 of 3: Confirm")).isFocused();
          });
      ana.step(
          "Next Step mails the code and leads to its field",
          () -> {
            tabTo(ana, ana.button("Next Step"));
            press(ana, "Enter");
            assertThat(ana.field("Code from the email")).isFocused();
          });
      ana.step(
          "The code makes the account",
          () -> {
            ana.page().keyboard().type(ThePortal.codeMailedTo(application.email()));
            press(ana, "Enter");
            assertThat(ana.heading("Your account has been created")).isFocused();
          });
    }
  }

  private static Locator list(APerson ana) {
    return ana.page().getByRole(AriaRole.LISTBOX);
  }

  private static void press(APerson ana, String key) {
    ana.page().keyboard().press(key);
  }

  private static void type(APerson ana, String label, String text) {
    tabTo(ana, ana.field(label));
    ana.page().keyboard().type(text);
  }

  /** Presses Tab until the element has the focus. */
  private static void tabTo(APerson ana, Locator wanted) {
    wanted.waitFor();
    for (int i = 0; i < FAR; i++) {
      press(ana, "Tab");
      if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
        return;
      }
    }
    assertThat(wanted).isFocused();
  }
}
