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

/** Permits as another system of the city's has them, brought in as they are. */
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

  /** What became of one. */
  public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    /** It was applied for here: the portal's own is the right one. */
    KEPT_HERE,
    /** Others were changing it again and again. */
    BUSY
  }

  /** Begins to bring in some permits, no number twice; reads what is known of them at once. */
  public Batch batch(Collection<PermitFacts> permits) {
    return new Batch(
        known(permits.stream().map(ImportedPermits::number).collect(Collectors.toSet())));
  }

  /** Permits that are brought in together. */
  public final class Batch {
    private final Known known;
    private final Set<String> streetsDone = new HashSet<>();

    private Batch(Known known) {
      this.known = known;
    }

    /**
     * Brings one in, whole with its event, or not at all.
     *
     * @param row a permit whose {@link PermitFacts#row} tells whether it changed
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
        // Somebody else wrote it meanwhile.
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

  /** What was there before, by normalised number and by id. */
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
