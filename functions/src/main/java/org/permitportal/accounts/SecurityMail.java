package org.permitportal.accounts;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Mailer;
import org.permitportal.platform.Recipient;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.users.OneTimeLinks;

/**
 * Notifies users by mail of changes to their sign-in. The mail has a link for a user who did not
 * make the change. The mail is sent before the change, so the user hears of every change. If the
 * change then fails, the user has received a needless mail.
 */
@Singleton
public class SecurityMail {
  /** The purpose of the links in these mails. A link stores the user's id as {@code userId}. */
  public static final String PURPOSE = "not-me";

  private static final Duration LIFE = Duration.ofDays(7);
  private final Table table;
  private final OneTimeLinks links;
  private final Mailer mailer;
  private final String portalUrl;

  public SecurityMail(
      Tables tables, OneTimeLinks links, Mailer mailer, @Value("${portal.url}") String portalUrl) {
    this.table = tables.named("accounts");
    this.links = links;
    this.mailer = mailer;
    this.portalUrl = portalUrl;
  }

  /**
   * Notifies a member of a change; one write and one mail. There is no error when SES permanently
   * refuses the address, so that its user can still change the password.
   *
   * @param mail the mail about the change; its values are the account's {@code name} and the link
   *     as {@code portal}
   * @throws org.permitportal.platform.Problem 503 when the mail can't be sent now but may be later
   */
  public void tell(Member member, Mail mail) {
    tell(member.recipient(), mail, member.userId(), Map.of("name", member.accountName()));
  }

  /**
   * Sends a mail like {@link #tell(Member, Mail)} to another person than the one whose login the
   * link protects.
   *
   * @param userId the user whose sessions the link ends
   * @param values the mail's values except {@code portal}
   * @throws org.permitportal.platform.Problem 503 when the mail can't be sent now but may be later
   */
  public void tell(Recipient recipient, Mail mail, String userId, Map<String, String> values) {
    OneTimeLinks.Issued link = links.issue(table, PURPOSE, Map.of("userId", userId), LIFE);
    Table.run(link.write());
    Map<String, String> all = new HashMap<>(values);
    all.put("portal", portalUrl + "/not-me#code=" + link.code());
    mailer.deliver(recipient, mail, all);
  }
}
