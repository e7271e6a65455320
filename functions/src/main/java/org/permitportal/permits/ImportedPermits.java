package org.permitportal.permits;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.permitportal.permits.Activity.Audience;
import org.permitportal.permits.Activity.Kind;
import org.permitportal.platform.Caller.StaffMember;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/** Copies permits from another system of the city, without changing their data. */
@Singleton
public class ImportedPermits {
  private static final int TRIES = 4;
  private final PermitStore store;
  private final Streets streets;
  private final Chronology chronology;
  private final ChangePermitStatus changes;

  ImportedPermits(
      PermitStore store, Streets streets, Chronology chronology, ChangePermitStatus changes) {
    this.store = store;
    this.streets = streets;
    this.chronology = chronology;
    this.changes = changes;
  }

  /** The result for one permit. */
  public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    /** The portal's version of the permit is authoritative, so the permit was not imported. */
    KEPT_HERE,
    /** Other requests kept changing the permit, so it was not imported. */
    BUSY
  }

  /**
   * Begins an import of permits. Their numbers must differ. Reads the stored versions of all these
   * permits at once.
   *
   * @param importer the staff member who imports the permits
   */
  public Batch batch(StaffMember importer, Collection<PermitFacts> permits) {
    return new Batch(
        Actor.importing(importer),
        known(permits.stream().map(ImportedPermits::number).collect(Collectors.toSet())));
  }

  /** Permits that are imported together. */
  public final class Batch {
    private final Actor importer;
    private final Known known;
    private final Set<String> streetsDone = new HashSet<>();

    private Batch(Actor importer, Known known) {
      this.importer = importer;
      this.known = known;
    }

    /**
     * Imports one permit together with its event, in one transaction.
     *
     * @param row the permit as the other system has it; its hash {@link PermitFacts#row} tells
     *     whether the permit changed since the last import
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
        if (before == null ? create(row) : update(before, row)) {
          streetsDone.add(street(row));
          return before == null ? Outcome.CREATED : Outcome.UPDATED;
        }
        // Another request wrote the permit in the meantime.
        there = known(Set.of(number(row)));
      }
      return Outcome.BUSY;
    }

    private boolean create(PermitFacts row) {
      return new Transaction()
          .with(store.create(row))
          .with(chronology.begin(row.id(), imported(row)))
          .with(newStreet(row))
          .run()
          .isEmpty();
    }

    private boolean update(PermitFacts before, PermitFacts row) {
      // The parties are read after the permit. A party that is added in between changes the
      // permit's version, and then the update fails.
      List<Party> parties = store.load(before.id()).map(Permit::parties).orElse(List.of());
      return changes.copy(
          new Permit(before, parties, List.of()), row.following(before), importer, newStreet(row));
    }

    private Activity imported(PermitFacts row) {
      Map<String, String> status = Map.of("status", row.status().name());
      return new Activity(Kind.IMPORTED, Audience.PARTIES, importer, Map.of(), status, status);
    }

    private List<Write> newStreet(PermitFacts row) {
      return streetsDone.contains(street(row)) ? List.of() : streets.add(street(row));
    }
  }

  /** The permits that are stored already: their ids by normalized number, and their facts by id. */
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

  private static String street(PermitFacts permit) {
    return permit.place().street().name();
  }

  private static String number(PermitFacts permit) {
    return PermitNumber.normal(permit.number());
  }
}
