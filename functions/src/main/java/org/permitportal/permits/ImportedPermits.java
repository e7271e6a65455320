package org.permitportal.permits;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.permitportal.permits.PermitEvent.Audience;
import org.permitportal.permits.PermitEvent.Kind;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Transaction;

/** Copies permits from another system of the city, exactly as that system has them. */
@Singleton
public class ImportedPermits {
  private static final int TRIES = 4;
  private final PermitStore store;
  private final Streets streets;
  private final Ids ids;
  private final Clock clock;

  ImportedPermits(PermitStore store, Streets streets, Ids ids, Clock clock) {
    this.store = store;
    this.streets = streets;
    this.ids = ids;
    this.clock = clock;
  }

  /** The result for one permit. */
  public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    /** The permit was applied for in the portal, whose version is authoritative. */
    KEPT_HERE,
    /** Other requests kept changing it. */
    BUSY
  }

  /**
   * Begins an import of permits with distinct numbers, and reads what is stored about all of them
   * at once.
   */
  public Batch batch(Collection<PermitFacts> permits) {
    return new Batch(
        known(permits.stream().map(ImportedPermits::number).collect(Collectors.toSet())));
  }

  /** Permits that are imported together. */
  public final class Batch {
    private final Known known;
    private final Set<String> streetsDone = new HashSet<>();

    private Batch(Known known) {
      this.known = known;
    }

    /**
     * Imports one permit together with its event, in one transaction.
     *
     * @param row a permit; its {@link PermitFacts#row} tells whether it changed since the last
     *     import
     */
    public Outcome bring(PermitFacts row) {
      Known there = known;
      for (int attempt = 1; attempt <= TRIES; attempt++) {
        PermitFacts before = there.of(row);
        if (before != null && before.row() == null) {
          return Outcome.KEPT_HERE;
        }
        if (before != null && row.row() != null && row.row().equals(before.row())) {
          return Outcome.UNCHANGED;
        }
        PermitFacts after = before == null ? row : row.following(before);
        if (run(before == null ? created(row) : updated(before, after), after)) {
          return before == null ? Outcome.CREATED : Outcome.UPDATED;
        }
        // Another request wrote it in the meantime.
        there = known(Set.of(number(row)));
      }
      return Outcome.BUSY;
    }

    private boolean run(Transaction all, PermitFacts permit) {
      String street = permit.place().street().name();
      if (!streetsDone.contains(street)) {
        all.with(streets.add(street));
      }
      boolean done = all.run().isEmpty();
      if (done) {
        streetsDone.add(street);
      }
      return done;
    }
  }

  /** The permits that are stored already: ids by normalized number, and facts by id. */
  private record Known(Map<String, String> ids, Map<String, PermitFacts> facts) {
    @Nullable PermitFacts of(PermitFacts row) {
      String id = ids.get(number(row));
      return id == null ? null : facts.get(id);
    }
  }

  private Known known(Set<String> numbers) {
    Map<String, String> found = store.ids(numbers);
    return new Known(found, store.facts(new HashSet<>(found.values())));
  }

  private Transaction created(PermitFacts row) {
    return new Transaction()
        .with(store.create(row))
        .with(store.event(row.id(), event(Kind.IMPORTED, Map.of("status", row.status().name()))));
  }

  private Transaction updated(PermitFacts before, PermitFacts after) {
    List<Party> parties = store.load(before.id()).map(Permit::parties).orElse(List.of());
    PermitEvent event =
        before.status() == after.status()
            ? event(Kind.DETAILS_CHANGED, Map.of())
            : event(
                Kind.STATUS_CHANGED,
                Map.of("from", before.status().name(), "to", after.status().name()));
    Transaction all =
        new Transaction().with(store.change(after)).with(store.event(after.id(), event));
    parties.forEach(party -> all.with(store.party(party, after.summary())));
    return all;
  }

  private PermitEvent event(Kind kind, Map<String, String> values) {
    return new PermitEvent(ids.ulid(), clock.instant(), kind, Audience.PARTIES, values);
  }

  private static String number(PermitFacts permit) {
    return PermitNumber.normal(permit.number());
  }
}
