package org.permitportal.notices;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.permitportal.platform.Item;
import org.permitportal.platform.Mail;
import org.permitportal.platform.MailTexts;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.UnwritableMail;
import org.permitportal.platform.Write;

/**
 * Reads the notices of the outbox, {@code OUTBOX#id / NOTICE}, and records whether they were sent.
 */
@Singleton
class NoticeStore {
  private final Table table;

  NoticeStore(Tables tables) {
    this.table = tables.primed("notices");
  }

  /** The state of a notice. */
  enum State {
    PENDING,
    SENT,
    UNDELIVERABLE
  }

  /** The reasons why a notice reached nobody. */
  enum Obstacle {
    /** There is no recipient, or no recipient's address accepts mail. */
    NO_RECIPIENT,
    REJECTED,
    TEMPLATE,
    /** A fault of the portal made all tries fail for an hour. */
    FAULT
  }

  /**
   * A notice in the outbox.
   *
   * @param sentTo hashes of the addresses to which the notice was sent already
   */
  record Outgoing(
      String key,
      State state,
      String template,
      String recipientId,
      List<String> sentTo,
      Map<String, String> values) {
    /** Returns the mail with this template; throws {@link UnwritableMail} when there is none. */
    Mail mail() {
      return Mail.ofTemplate(template);
    }
  }

  Optional<Outgoing> find(String key) {
    return table.get(key, Outbox.SORT).map(NoticeStore::outgoing);
  }

  /**
   * Records to whom the notice was sent already, in case the run stops before the last recipient.
   */
  void sentTo(String key, List<String> hashes) {
    Table.run(pending(key).set("sentTo", hashes));
  }

  void sent(String key, Instant at) {
    Table.run(pending(key).set("state", State.SENT).set("sentAt", at));
  }

  void undeliverable(String key, Obstacle obstacle) {
    Table.run(pending(key).set("state", State.UNDELIVERABLE).set("obstacle", obstacle));
  }

  private Write pending(String key) {
    return table.update(key, Outbox.SORT).when("#state = :pending", "pending", State.PENDING);
  }

  private static Outgoing outgoing(Item item) {
    return new Outgoing(
        item.pk(),
        item.constant("state", State.class),
        item.text("event"),
        item.text("recipientId"),
        item.texts("sentTo"),
        values(item.textMap("values")));
  }

  /**
   * Returns the mail's values. Notices of earlier versions of the portal have a role's label or no
   * role in place of {@code roleKey}.
   */
  private static Map<String, String> values(Map<String, String> stored) {
    Map<String, String> values = new HashMap<>(stored);
    String label = stored.get("role");
    values.putIfAbsent(
        "roleKey", label == null ? MailTexts.UNSTATED_ROLE : MailTexts.partyRole(label));
    return values;
  }
}
