package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.ThePortal;

@InABrowser
class OfflineIT {
  private static final String STORE =
      ThePortal.stack().endpoints().get("AWS_ENDPOINT_URL_S3") + "/**";

  @Test
  void anUploadThatLosesTheNetworkGoesOnWhenItIsBack() {
    try (APerson ana = TheBrowser.person()) {
      AnApplication application = AnApplication.of(ana).begun().stepOne();
      List<Route> onTheirWay = new ArrayList<>();
      ana.page().route(STORE, onTheirWay::add);
      Locator line = ana.attach("Photo ID", TestFiles.PHOTO_JPEG);
      ana.step(
          "A file is on its way, and Next Step waits for it",
          () -> {
            assertThat(line).containsText("Sending");
            ana.page().waitForCondition(() -> !onTheirWay.isEmpty());
            ana.button("Next Step").click();
            assertThat(ana.text("waits for a file that is still being sent")).isVisible();
          });
      ana.step(
          "The network is lost: the file says so, and so does the form",
          () -> {
            ana.connected(false);
            onTheirWay.forEach(Route::resume);
            assertThat(line).containsText("Not sent: You are offline.");
            assertThat(ana.text("Attachments: some files were not sent.").first()).isVisible();
            assertThat(ana.field("Email")).hasValue(application.email());
          });
      ana.page().unroute(STORE);
      ana.step(
          "It is back: the file is sent again by itself",
          () -> {
            ana.connected(true);
            assertThat(line).containsText("Received and checked");
          });
      ana.step(
          "A connection that breaks is tried again by hand",
          () -> {
            ana.page()
                .route(
                    STORE,
                    route -> route.abort("internetdisconnected"),
                    new Page.RouteOptions().setTimes(1));
            Locator other = ana.attach("Business license", TestFiles.PLAIN_PDF);
            assertThat(other).containsText("Not sent: The connection was lost.");
            ana.button("Send plain.pdf again").click();
            assertThat(other).containsText("Received and checked");
          });
      ana.step("And Next Step goes on", application::toStepTwo);
    }
  }
}
