package org.permitportal.credentials;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;
import org.permitportal.users.OneTimeLinks;

/** Issues and finds the "this wasn't me" links in mails about a user's sign-in. */
@Singleton
class NotMeLinks {
  private static final String PURPOSE = "not-me";
  private static final String USER = "userId";
  private static final String ABOUT = "about";
  private static final Duration LIFE = Duration.ofDays(7);

  private final Table table;
  private final OneTimeLinks links;
  private final String portalUrl;

  NotMeLinks(Tables tables, OneTimeLinks links, @Value("${portal.url}") String portalUrl) {
    this.table = tables.named("accounts");
    this.links = links;
    this.portalUrl = portalUrl;
  }

  /** The event about which the mail with the link notifies the user. */
  enum About {
    /** Somebody guessed answers to the secret question; nothing was changed. */
    GUESSES,
    /** Somebody who knows the password changed something about the sign-in. */
    CHANGE
  }

  /**
   * A new link.
   *
   * @param address the page's address, with the code in its fragment
   * @param write the write that stores the link
   */
  record Link(String address, Write write) {
    @Override
    public String toString() {
      return "Link[***]";
    }
  }

  /**
   * A link that was not used yet.
   *
   * @param end the write that ends the link; its condition fails when the link was used in the
   *     meantime
   */
  record Open(String userId, About about, Write end) {}

  Link issue(String userId, About about) {
    OneTimeLinks.Issued issued =
        links.issue(table, PURPOSE, Map.of(USER, userId, ABOUT, about.name()), LIFE);
    return new Link(portalUrl + "/not-me#code=" + issued.code(), issued.write());
  }

  /**
   * Finds an open link; one read. A link from {@code SecurityMail} stores no {@code about}, because
   * it is always about a change.
   */
  Optional<Open> find(String code) {
    return links
        .find(table, PURPOSE, code)
        .map(
            open ->
                new Open(
                    open.values().getOrDefault(USER, ""),
                    About.valueOf(open.values().getOrDefault(ABOUT, About.CHANGE.name())),
                    open.end()));
  }
}
