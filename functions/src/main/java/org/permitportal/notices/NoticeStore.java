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

/** Reads the notices in the outbox and records what became of them: {@code OUTBOX#id / NOTICE}. */
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

  /** Why nobody got the notice. */
  enum Obstacle {
    /** There is no recipient, or none whose address accepts mail. */
    NO_RECIPIENT,
    REJECTED,
    TEMPLATE,
    /** The portal can't read or write the notice. */
    FAULT
  }

  /**
   * A notice in the outbox.
   *
   * @param sentTo the recipients who have it already, as hashes of their addresses
   */
  record Outgoing(
      String key,
      State state,
      String template,
      String recipientId,
      List<String> sentTo,
      Map<String, String> values) {
    /** Returns the mail; throws {@link UnwritableMail} when no mail has the template. */
    Mail mail() {
      return Mail.ofTemplate(template);
    }
  }

  Optional<Outgoing> find(String key) {
    return table.get(key, Outbox.SORT).map(NoticeStore::outgoing);
  }

  /** Records who has the notice already, in case the run breaks off. */
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

  /** Returns the values; notices of earlier versions have a role's label or no role. */
  private static Map<String, String> values(Map<String, String> stored) {
    Map<String, String> values = new HashMap<>(stored);
    String label = stored.get("role");
    values.putIfAbsent(
        "roleKey", label == null ? MailTexts.UNSTATED_ROLE : MailTexts.partyRole(label));
    return values;
  }
}
