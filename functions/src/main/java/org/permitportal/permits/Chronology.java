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
 * Records a permit's events; nothing else writes one. Each event has a sequence number and the hash
 * of the event before, so a change, a removal or an insertion can be found later. The item {@code
 * PERMIT#id / CHRONOLOGY} holds the number and hash of the last event. It is not the permit's own
 * item, so an arriving document does not change the version that other requests have read.
 */
@Singleton
public class Chronology {
  /** What the first event of a permit names in place of a hash. */
  static final String NEW = "NEW";

  /** The same, when earlier versions of the portal had recorded events without hashes. */
  static final String AFTER_UNCHAINED = "AFTER_UNCHAINED";

  /** Sorts before the events, so that no query of a permit's page reads it. */
  private static final String SORT = PermitSort.CHRONOLOGY.start();

  /** Twenty files that arrive at once for one permit are recorded within this many tries. */
  private static final int TRIES = 7;

  private final Table table;
  private final Ids ids;
  private final Clock clock;

  Chronology(Tables tables, Ids ids, Clock clock) {
    this.table = tables.named("permits");
    this.ids = ids;
    this.clock = clock;
  }

  /** Returns the writes of the first event of a new permit. */
  List<Write> begin(String permitId, Activity activity) {
    PermitEvent event = event(permitId, activity, 1, NEW);
    return List.of(
        table.put(event.item(permitId)).whenAbsent(), head(permitId, event).whenAbsent());
  }

  /**
   * Runs writes and records the event that tells about them, in one transaction. When another event
   * came in between, it tries again after a random time.
   *
   * @return an empty list when everything was written, else those of the given writes whose
   *     conditions did not hold; then nothing was written
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

  /** Walks all events of a permit and returns the first break, or empty when there is none. */
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
    // Stored in milliseconds, which the hash covers.
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
