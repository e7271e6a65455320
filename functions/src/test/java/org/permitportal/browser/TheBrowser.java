package org.permitportal.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.permitportal.journey.ThePortal;

/**
 * Chromium, one for all journeys of a test run, against the local run in this JVM. Each {@link
 * #person} has a window with cookies and storage of its own.
 */
final class TheBrowser {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

  private static final @Nullable Path EXECUTABLE =
      Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst()
          .orElse(null);

  private TheBrowser() {}

  /**
   * Somebody at a desk, in English, at the portal's home page. Without Chromium the test is
   * skipped, or fails where {@code CI=true} promises one.
   */
  static Page person() {
    Page page = window(new Browser.NewContextOptions().setViewportSize(1280, 900)).newPage();
    page.navigate("/");
    return page;
  }

  /** A window with these settings; not yet anywhere. */
  static BrowserContext window(Browser.NewContextOptions options) {
    if (EXECUTABLE == null) {
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError("CI=true, but there is no Chromium");
      }
      System.out.println("SKIPPED: no Chromium");
      Assumptions.abort("no Chromium");
    }
    BrowserContext context =
        Started.CHROMIUM.newContext(options.setBaseURL(ThePortal.stack().url()).setLocale("en-US"));
    context.setDefaultTimeout(15_000);
    return context;
  }

  private static final class Started {
    static final Browser CHROMIUM = start();

    private static Browser start() {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      return playwright
          .chromium()
          .launch(new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(FLAGS));
    }
  }
}
