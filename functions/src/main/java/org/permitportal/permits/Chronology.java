package org.permitportal.permits;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.permitportal.permits.PermitEvent.Position;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Item;
import org.permitportal.platform.Outage;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/**
 * Records a permit's events. No other class writes events. Each event has a sequence number and the
 * hash of the event before it. So a change, a removal or an insertion of an event can be found
 * later. The item {@code PERMIT#id / CHRONOLOGY} holds the number and hash of the last event. This
 * item is not the permit's own item. So an event such as a new document does not change the
 * permit's version that other requests have read.
 */
@Singleton
public class Chronology {
  /** The first event of a permit has this text as its {@code previous}, in place of a hash. */
  static final String NEW = "NEW";

  /**
   * The first event with a hash has this text as its {@code previous}, if earlier versions of the
   * portal recorded events without hashes before it.
   */
  static final String AFTER_UNCHAINED = "AFTER_UNCHAINED";

  /**
   * The sort key of the item with the last event's number and hash. {@link PermitStore#load} does
   * not read this item, because its key sorts before {@link PermitSort#FIRST}.
   */
  private static final String SORT = PermitSort.CHRONOLOGY.start();

  /** With this many tries, all of twenty files that arrive at once for one permit are recorded. */
  private static final int TRIES = 7;

  private final Table table;
  private final Ids ids;
  private final Clock clock;

  Chronology(Tables tables, Ids ids, Clock clock) {
    this.table = tables.named("permits");
    this.ids = ids;
    this.clock = clock;
  }

  /** Returns the writes that store the first event of a new permit. */
  List<Write> begin(String permitId, Activity activity) {
    PermitEvent event = event(permitId, activity, 1, NEW);
    return List.of(
        table.put(event.item(permitId)).whenAbsent(), head(permitId, event).whenAbsent());
  }

  /**
   * Runs the given writes and records their event, in one transaction. If another event was
   * recorded in between, it tries again after a random time.
   *
   * @return an empty list when everything was written; otherwise nothing was written, and the list
   *     has the given writes whose conditions failed
   * @throws Problem 503 when other events keep coming in between
   */
  public List<Write> append(String permitId, Activity activity, List<Write> writes) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Item last = table.get(PermitFacts.key(permitId), SORT).orElse(null);
      long sequence = last == null ? 0 : last.number("sequence");
      PermitEvent event =
          event(
              permitId, activity, sequence + 1, last == null ? AFTER_UNCHAINED : last.text("hash"));
      Write head = head(permitId, event);
      Write next =
          last == null ? head.whenAbsent() : head.when("#sequence = :read", "read", sequence);
      List<Write> refused =
          new ArrayList<>(
              new Transaction()
                  .with(writes)
                  .with(table.put(event.item(permitId)).whenAbsent())
                  .with(next)
                  .run());
      boolean overtaken = refused.remove(next);
      if (!overtaken || !refused.isEmpty()) {
        return refused;
      }
      Transaction.pause(attempt);
    }
    throw Outage.problem();
  }

  /** Checks all events of a permit and returns the first break; empty when there is none. */
  Optional<ChronologyBreak> firstBreak(String permitId) {
    String pk = PermitFacts.key(permitId);
    List<PermitEvent> events =
        table.query(pk).startingWith(PermitEvent.PREFIX).all().stream()
            .map(PermitEvent::from)
            .toList();
    Optional<Position> last =
        table
            .get(pk, SORT)
            .map(head -> new Position(head.number("sequence"), "", head.text("hash")));
    return ChronologyBreak.first(permitId, events, last);
  }

  private PermitEvent event(String permitId, Activity activity, long sequence, String previous) {
    // Items store times in whole milliseconds, and the hash covers the stored time.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return PermitEvent.following(permitId, ids.ulid(), now, activity, sequence, previous);
  }

  private Write head(String permitId, PermitEvent event) {
    Position position = Objects.requireNonNull(event.position());
    return table.put(
        Item.of(PermitFacts.key(permitId), SORT)
            .with("sequence", position.sequence())
            .with("hash", position.hash()));
  }
}
