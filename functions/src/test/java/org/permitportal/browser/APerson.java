package org.permitportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ThePortal;

/**
 * A person with a browser window. After each step, axe checks every open page. At the end the
 * console must show no error. Violations of the content security policy are such errors. No request
 * may have gone to a site other than the portal and the object store. No page may have stored a
 * token.
 */
final class APerson implements AutoCloseable {
  /**
   * The sets of rules that axe checks: all rules of WCAG 2.2 AA, including rules that axe does not
   * run by default, and axe's best practices.
   */
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{8,}");

  /**
   * The console's message about a request that the API refused. It is no error, because the page
   * explains the refusal to the person.
   */
  private static final String REFUSED =
      "Failed to load resource: the server responded with a status of 4";

  /**
   * The console's message about a missing network. It is no error either, because the page explains
   * it to the person.
   */
  private static final String OFFLINE = "Failed to load resource: net::ERR_INTERNET_DISCONNECTED";

  private final BrowserContext window;
  private final List<String> faults = new ArrayList<>();
  private Page page;

  APerson(BrowserContext window) {
    this.window = window;
    window.onConsoleMessage(this::heard);
    window.onWebError(error -> faults.add("Uncaught: " + error.error()));
    window.onRequest(this::asked);
    page = window.newPage();
  }

  private void heard(ConsoleMessage message) {
    boolean told =
        message.text().startsWith(OFFLINE)
            || (message.text().startsWith(REFUSED)
                && message.location().startsWith(ThePortal.stack().url() + "/v1/"));
    if (message.type().equals("error") && !told) {
      faults.add("Console: " + message.text() + " at " + message.location());
    }
  }

  private void asked(Request request) {
    String store = ThePortal.stack().endpoints().get("AWS_ENDPOINT_URL_S3");
    if (!request.url().startsWith(ThePortal.stack().url() + "/")
        && !request.url().startsWith(store + "/")) {
      faults.add("Request to another site: " + request.url());
    }
  }

  /** Returns the page of the tab in front. */
  Page page() {
    return page;
  }

  /** Opens another tab of the same window in front. */
  Page tab() {
    page = window.newPage();
    return page;
  }

  /** Brings this tab to the front. */
  void turnTo(Page tab) {
    tab.bringToFront();
    page = tab;
  }

  /** Takes one step of a journey, and prints the step's words when it has passed. */
  void step(String words, Runnable doing) {
    doing.run();
    for (Page each : window.pages()) {
      lookedOver(words, each);
    }
    System.out.println("  ✓ " + words);
  }

  private void lookedOver(String words, Page each) {
    // Legacy mode checks a page in the same window. It cannot check frames, but the pages have
    // none. The normal mode opens a window for each check.
    AxeResults found = new AxeBuilder(each).withTags(RULES).setLegacyMode(true).analyze();
    assertThat(found.getPasses()).as("axe looked at something").isNotEmpty();
    found
        .getViolations()
        .forEach(
            rule ->
                rule.getNodes()
                    .forEach(
                        node ->
                            faults.add(
                                "axe, after “%s”: %s at %s: %s"
                                    .formatted(
                                        words,
                                        rule.getId(),
                                        node.getTarget(),
                                        node.getFailureSummary()))));
  }

  /** Finds a field by its label. The field may be optional. */
  Locator field(String label) {
    return page.getByLabel(Pattern.compile("^" + label + "\\s*(\\(optional\\))?$"));
  }

  Locator button(String name) {
    return named(AriaRole.BUTTON, name);
  }

  Locator link(String name) {
    return named(AriaRole.LINK, name);
  }

  /** Finds a link in the page's main part, not in its header. */
  Locator linkInMain(String name) {
    return page.getByRole(AriaRole.MAIN)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator heading(String name) {
    return named(AriaRole.HEADING, name);
  }

  private Locator named(AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /**
   * Finds the label of a checkbox or radio button. The native button itself cannot be clicked,
   * because the pages draw over it.
   */
  Locator choice(String label) {
    return page.locator("label").filter(new Locator.FilterOptions().setHasText(label));
  }

  /**
   * Chooses a file for a kind of attachment. The page then sends it. Returns the part of the page
   * that shows the files of this kind.
   */
  Locator attach(String kind, TestFiles file) {
    field("Choose files: " + kind)
        .setInputFiles(new FilePayload(file.fileName(), file.mediaType(), file.bytes()));
    return files(kind);
  }

  /** Finds the part of the page that shows the files of a kind. */
  Locator files(String kind) {
    return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(kind))
        .getByRole(AriaRole.LISTITEM);
  }

  /** Finds a line of text anywhere on the page. */
  Locator text(String words) {
    return page.getByText(words);
  }

  /** Finds the combo box of the log-in page. */
  Locator userName() {
    return named(AriaRole.COMBOBOX, "User Name");
  }

  /** Chooses a company on the log-in page, from the list that opens before the person types. */
  void chooseUserName(String name) {
    userName().click();
    assertThat(named(AriaRole.LISTBOX, "User Name")).isVisible();
    userName().fill(name);
    named(AriaRole.OPTION, name).click();
    assertThat(userName()).hasValue(name);
  }

  /** Logs in by choosing the account's company from the list, and waits for the dashboard. */
  void logIn(AnAccount account) {
    link("Log in").first().click();
    chooseUserName(account.name());
    field("Password").fill(account.password());
    button("Log in").click();
    assertThat(heading("Dashboard")).isVisible();
  }

  /** Turns the network on or off. */
  void connected(boolean yes) {
    window.setOffline(!yes);
  }

  @Override
  public void close() {
    for (Page each : window.pages()) {
      Object stored = each.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])");
      if (TOKEN.matcher(stored.toString()).find()) {
        faults.add("A token is stored, at " + each.url());
      }
    }
    window.close();
    assertThat(faults).isEmpty();
  }
}
