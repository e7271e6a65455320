package org.permitportal.permits;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.permits.PermitEvent.Audience;
import org.permitportal.permits.PermitEvent.Kind;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Transaction;

/**
 * Brings in permits of the city's present system. Each row is one transaction; the same row again
 * changes nothing; parties, documents and events of a permit stay.
 */
@Singleton
public class PermitImport {
  private static final int TRIES = 4;
  private final PermitStore store;
  private final Streets streets;
  private final BldsReader reader;
  private final Ids ids;
  private final Clock clock;

  PermitImport(PermitStore store, Streets streets, BldsReader reader, Ids ids, Clock clock) {
    this.store = store;
    this.streets = streets;
    this.reader = reader;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What is wrong with a row.
   *
   * @param line of the file, as the caller counts
   */
  @Serdeable
  public record RowError(int line, String column, String code, String message) {}

  /** How many rows became what; {@code errors} tells of every refused row at least once. */
  @Serdeable
  public record Report(
      int created, int updated, int unchanged, int refused, List<RowError> errors) {}

  private enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    REFUSED
  }

  /**
   * Imports rows.
   *
   * @param firstLine the line of the first row in its file
   */
  public Report run(List<BldsRow> rows, int firstLine) {
    Map<Outcome, Integer> counts = new LinkedHashMap<>();
    List<RowError> errors = new ArrayList<>();
    Map<String, BldsReader.Read> good = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      BldsReader.Read read = reader.read(rows.get(i), firstLine + i);
      if (read.permit() == null) {
        errors.addAll(read.errors());
        counts.merge(Outcome.REFUSED, 1, Integer::sum);
      } else {
        BldsReader.Read before = good.putIfAbsent(normal(read.permit()), read);
        if (before != null) {
          counts.merge(again(before, read, errors), 1, Integer::sum);
        }
      }
    }
    Known known = known(good.keySet());
    Set<String> streetsDone = new HashSet<>();
    good.forEach(
        (_, read) -> counts.merge(bring(read, known, streetsDone, errors), 1, Integer::sum));
    errors.sort(Comparator.comparingInt(RowError::line));
    return new Report(
        counts.getOrDefault(Outcome.CREATED, 0),
        counts.getOrDefault(Outcome.UPDATED, 0),
        counts.getOrDefault(Outcome.UNCHANGED, 0),
        counts.getOrDefault(Outcome.REFUSED, 0),
        errors);
  }

  /** What was there before, by normalised number and by id. */
  private record Known(Map<String, String> ids, Map<String, PermitFacts> facts) {
    @Nullable PermitFacts of(PermitFacts read) {
      String id = ids.get(normal(read));
      return id == null ? null : facts.get(id);
    }
  }

  private Known known(Set<String> numbers) {
    Map<String, String> found = store.ids(numbers);
    return new Known(found, store.facts(new HashSet<>(found.values())));
  }

  private Outcome bring(
      BldsReader.Read read, Known known, Set<String> streetsDone, List<RowError> errors) {
    PermitFacts row = Objects.requireNonNull(read.permit());
    Known there = known;
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      PermitFacts before = there.of(row);
      if (before != null && before.row() == null) {
        errors.add(error(read, "KEPT_HERE", "This permit was applied for in the portal."));
        return Outcome.REFUSED;
      }
      if (before != null && row.row() != null && row.row().equals(before.row())) {
        return Outcome.UNCHANGED;
      }
      if (before == null ? create(row, streetsDone) : update(before, row, streetsDone)) {
        return before == null ? Outcome.CREATED : Outcome.UPDATED;
      }
      // Somebody else wrote it meanwhile.
      there = known(Set.of(normal(row)));
    }
    errors.add(error(read, "BUSY", "This permit is being changed. Send the row again."));
    return Outcome.REFUSED;
  }

  private boolean create(PermitFacts row, Set<String> streetsDone) {
    Transaction all =
        new Transaction()
            .with(store.create(row))
            .with(
                store.event(row.id(), event(Kind.IMPORTED, Map.of("status", row.status().name()))));
    return run(all, row, streetsDone);
  }

  private boolean update(PermitFacts before, PermitFacts row, Set<String> streetsDone) {
    List<Party> parties = store.load(before.id()).map(Permit::parties).orElse(List.of());
    PermitFacts after = row.following(before);
    PermitEvent event =
        before.status() == after.status()
            ? event(Kind.DETAILS_CHANGED, Map.of())
            : event(
                Kind.STATUS_CHANGED,
                Map.of("from", before.status().name(), "to", after.status().name()));
    Transaction all =
        new Transaction().with(store.change(after)).with(store.event(after.id(), event));
    parties.forEach(party -> all.with(store.party(party, after.summary())));
    return run(all, after, streetsDone);
  }

  private boolean run(Transaction all, PermitFacts permit, Set<String> streetsDone) {
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

  private PermitEvent event(Kind kind, Map<String, String> values) {
    return new PermitEvent(ids.ulid(), clock.instant(), kind, Audience.PARTIES, values);
  }

  private static Outcome again(
      BldsReader.Read before, BldsReader.Read read, List<RowError> errors) {
    PermitFacts one = Objects.requireNonNull(before.permit());
    PermitFacts other = Objects.requireNonNull(read.permit());
    if (Objects.equals(one.row(), other.row())) {
      return Outcome.UNCHANGED;
    }
    errors.add(error(read, "DUPLICATE", "Line " + before.line() + " has the same number."));
    return Outcome.REFUSED;
  }

  private static RowError error(BldsReader.Read read, String code, String message) {
    return new RowError(read.line(), "PermitNum", code, message);
  }

  private static String normal(PermitFacts permit) {
    return PermitNumber.normal(permit.number());
  }
}
