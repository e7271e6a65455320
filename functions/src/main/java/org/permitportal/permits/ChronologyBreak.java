package org.permitportal.permits;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.permitportal.permits.PermitEvent.Position;

/**
 * The first place where a permit's events are not as they were recorded.
 *
 * @param event the id of the event, or of the last one before a missing event; empty before the
 *     first
 */
record ChronologyBreak(Fault fault, String event) {
  /** What is wrong. */
  enum Fault {
    /** The event is not as it was recorded. */
    CHANGED,
    /** The event after it is not there. */
    MISSING,
    /** The event was not recorded in the chronology. */
    INSERTED
  }

  /**
   * Checks events.
   *
   * @param events all events of the permit, in any order
   * @param last the position of the last event as the permit's chronology has it; its {@code
   *     previous} is not compared
   * @return empty when they are as they were recorded
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

  /** Finds an event without position that is not older than the chronology. */
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
      // This event's hash covers that of the one before: so the one before was made anew.
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
