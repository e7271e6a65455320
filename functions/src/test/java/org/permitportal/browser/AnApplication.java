package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;
import org.permitportal.journey.ThePortal;

/**
 * An application for an account. A person types it into the wizard's pages.
 *
 * @param name a company name that no other account has
 */
record AnApplication(APerson person, String name, String email) {
  static final String PASSWORD = "seven tall lanterns";

  /** Returns an application without any input yet. */
  static AnApplication of(APerson person) {
    String word = UUID.randomUUID().toString().substring(0, 8);
    return new AnApplication(
        person, "Rivera W" + word + " Roofing", "office-" + word + "@rivera.example");
  }

  /** Starts at the homepage and agrees to the terms. */
  AnApplication begun() {
    person.link("Create Contractor Account").click();
    agree();
    return this;
  }

  /** Agrees to the terms on their page. */
  void agree() {
    person.choice("I Agree").click();
    person.button("Continue").click();
    assertThat(person.heading("Step 1 of 3: Company, login and attachments")).isVisible();
  }

  /** Fills in section A. */
  AnApplication typeName() {
    return typeName("Company name");
  }

  private AnApplication typeName(String label) {
    person.field(label).fill(name);
    assertThat(person.text("This name is free. It will be shown as “" + name + "”.")).isVisible();
    return this;
  }

  /** Fills in section B. */
  AnApplication chooseType(String type) {
    person.field("Type").selectOption(type);
    return this;
  }

  /** Fills in section C. */
  AnApplication typeInformation() {
    person.field("License number").fill("RC-20417");
    person.field("Expires on").fill("2099-06-30");
    return typeAddresses();
  }

  private AnApplication typeAddresses() {
    person.field("Email").fill(email);
    person.field("Phone").fill("719-555-0150");
    return this;
  }

  /** Fills in section D. */
  AnApplication typePassword() {
    person.field("Password").fill(PASSWORD);
    person.field("Secret question").selectOption("What was the first power tool you bought?");
    person.field("Your answer").fill("A circular saw");
    return this;
  }

  /** Fills in all four sections as a roofer. */
  AnApplication stepOne() {
    return typeName().chooseType("Roofing contractor").typeInformation().typePassword();
  }

  /** Fills in all four sections as a homeowner. A homeowner is a person and needs no license. */
  AnApplication stepOneOfHomeowner() {
    return chooseType("Homeowner").typeName("Your own name").typeAddresses().typePassword();
  }

  /** Goes to the next page of the wizard. */
  AnApplication next(String heading) {
    person.button("Next Step").click();
    assertThat(person.heading(heading)).isVisible();
    return this;
  }

  AnApplication toStepTwo() {
    return next("Step 2 of 3: Contact information");
  }

  AnApplication stepTwo() {
    person.field("First name").fill("Ana");
    person.field("Last name").fill("Rivera");
    person.field("Street address").fill("12 Elm Street");
    person.field("City").fill("Juniper Falls");
    person.field("State").fill("co");
    person.field("ZIP code").fill("80999");
    return this;
  }

  AnApplication toStepThree() {
    return next("Step 3 of 3: Confirm");
  }

  /** Asks for the code on step 3. */
  AnApplication askForCode() {
    person.button("Next Step").click();
    assertThat(person.field("Code from the email")).isFocused();
    return this;
  }

  AnApplication typeCode() {
    person.field("Code from the email").fill(ThePortal.codeMailedTo(email));
    return next("Your account has been created");
  }
}
