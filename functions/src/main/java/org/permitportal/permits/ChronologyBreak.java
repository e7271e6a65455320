package org.permitportal.permits;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.permitportal.permits.PermitEvent.Position;

/**
 * The first place at which a permit's stored events differ from the recorded ones.
 *
 * @param event the id of the changed or inserted event, or of the last event before a missing one;
 *     empty when the first event is missing
 */
record ChronologyBreak(Fault fault, String event) {
  /** The kinds of breaks. */
  enum Fault {
    /** The event was changed after it was recorded. */
    CHANGED,
    /** The event after this one is missing. */
    MISSING,
    /** The event was stored without being recorded in the chronology. */
    INSERTED
  }

  /**
   * Finds the first break in a permit's events.
   *
   * @param events all events of the permit, in any order
   * @param last the last event's position, read from the item {@code CHRONOLOGY}; its {@code
   *     previous} is not compared
   * @return the first break; empty when there is none
   */
  static Optional<ChronologyBreak> first(
      String permitId, List<PermitEvent> events, Optional<Position> last) {
    List<Placed> chained =
        events.stream()
            .flatMap(e -> Optional.ofNullable(e.position()).map(p -> new Placed(e, p)).stream())
            .sorted(Comparator.comparingLong(placed -> placed.position.sequence()))
            .toList();
    return inserted(events, chained)
        .or(() -> along(permitId, chained))
        .or(() -> atTheEnd(chained, last));
  }

  private record Placed(PermitEvent event, Position position) {}

  /** Finds an event that has no position although it is not older than the chronology. */
  private static Optional<ChronologyBreak> inserted(
      List<PermitEvent> events, List<Placed> chained) {
    return chained.stream()
        .findFirst()
        .flatMap(
            first ->
                events.stream()
                    .filter(event -> event.position() == null)
                    .filter(
                        event ->
                            first.position.previous().equals(Chronology.NEW)
                                || event.at().isAfter(first.event.at()))
                    .findFirst())
        .map(event -> new ChronologyBreak(Fault.INSERTED, event.id()));
  }

  private static Optional<ChronologyBreak> along(String permitId, List<Placed> chained) {
    String before = "";
    String hash = null;
    long sequence = 1;
    for (Placed one : chained) {
      if (one.position.sequence() != sequence) {
        boolean twice = one.position.sequence() < sequence;
        return Optional.of(
            twice
                ? new ChronologyBreak(Fault.INSERTED, one.event.id())
                : new ChronologyBreak(Fault.MISSING, before));
      }
      if (!one.event.unchanged(permitId)) {
        return Optional.of(new ChronologyBreak(Fault.CHANGED, one.event.id()));
      }
      // This event's hash covers the hash of the event before. So the event before got a new hash.
      if (hash != null && !hash.equals(one.position.previous())) {
        return Optional.of(new ChronologyBreak(Fault.CHANGED, before));
      }
      before = one.event.id();
      hash = one.position.hash();
      sequence++;
    }
    return Optional.empty();
  }

  private static Optional<ChronologyBreak> atTheEnd(List<Placed> chained, Optional<Position> last) {
    String event = chained.isEmpty() ? "" : chained.getLast().event.id();
    long there = chained.isEmpty() ? 0 : chained.getLast().position.sequence();
    if (last.map(Position::sequence).orElse(0L) != there) {
      return Optional.of(new ChronologyBreak(Fault.MISSING, event));
    }
    boolean same =
        last.map(Position::hash)
            .equals(chained.stream().reduce((_, b) -> b).map(placed -> placed.position.hash()));
    return same ? Optional.empty() : Optional.of(new ChronologyBreak(Fault.CHANGED, event));
  }
}
