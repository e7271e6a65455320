package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.AnAccount;
import org.permitportal.permits.APermit;

@InABrowser
class PermitUploadIT {
  @Test
  void aDocumentIsRefusedWithAReasonAndAnotherIsAccepted() {
    AnAccount account = AnAccount.confirmed();
    APermit permit = APermit.row();
    APermit.link(permit.imported(), account);
    try (APerson ana = TheBrowser.person()) {
      ana.logIn(account);
      ana.link(permit.number()).click();
      ana.field("What do you want to send\\?").selectOption("Letter");
      ana.step(
          "A PDF with a password is not accepted, and says what to do",
          () ->
              assertThat(ana.attach("Letter", TestFiles.ENCRYPTED_PDF))
                  .containsText("Not accepted: The PDF is protected by a password."));
      ana.step(
          "It is taken away",
          () -> {
            ana.button("Remove encrypted.pdf").click();
            assertThat(ana.files("Letter")).hasCount(0);
          });
      ana.step(
          "A plain one is accepted with a receipt",
          () -> {
            Locator letter = ana.attach("Letter", TestFiles.PLAIN_PDF);
            letter.locator("summary").click();
            assertThat(letter.getByText(TestFiles.PLAIN_PDF.sha256())).isVisible();
          });
      ana.step(
          "It stands among the permit's documents, also after a reload",
          () -> {
            ana.page().reload();
            Locator document = ana.page().locator(".documents li");
            assertThat(document).containsText("plain.pdf");
            assertThat(document).containsText("by you");
            assertThat(ana.button("View plain.pdf")).isVisible();
          });
    }
  }
}
