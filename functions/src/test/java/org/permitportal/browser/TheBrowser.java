package org.permitportal.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.permitportal.journey.ThePortal;

/**
 * Runs Chromium against the local run in this JVM. Each thread that runs journeys has its own
 * Chromium. Each {@link #person} has a window with its own cookies and storage.
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

  /** The time to wait for a result, in milliseconds. It is long, because a busy machine is slow. */
  private static final double PATIENCE = 20_000;

  private static final @Nullable Path EXECUTABLE =
      Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst()
          .orElse(null);

  /**
   * The browser of each thread. Only the thread that made a Playwright object may use the object.
   */
  private static final ThreadLocal<Browser> CHROMIUM =
      ThreadLocal.withInitial(TheBrowser::launched);

  private TheBrowser() {}

  static boolean isThere() {
    return EXECUTABLE != null;
  }

  /** Returns a person at the portal's home page, in English. */
  static APerson person() {
    APerson person = new APerson(window());
    person.page().navigate("/");
    return person;
  }

  /** Opens an empty window. */
  private static BrowserContext window() {
    BrowserContext context =
        CHROMIUM
            .get()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(ThePortal.stack().url())
                    .setLocale("en-US")
                    .setViewportSize(1280, 900)
                    .setReducedMotion(ReducedMotion.REDUCE));
    context.setDefaultTimeout(PATIENCE);
    return context;
  }

  private static Browser launched() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(FLAGS));
  }
}
