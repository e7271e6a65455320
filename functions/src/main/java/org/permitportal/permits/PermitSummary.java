package org.permitportal.permits;

import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Item;

/**
 * The part of a permit that lists show; all its fields are public. It is stored in the permit's own
 * item, in the table's indexes, and in the items of the permit's parties.
 */
public record PermitSummary(
    String id,
    String number,
    String type,
    PermitStatus status,
    boolean feesDue,
    boolean conditional,
    String description,
    Place place,
    PermitDates dates) {

  /** Returns the status as a value of BLDS's field StatusCurrentMapped; null for a draft. */
  public @Nullable String statusMapped() {
    return status.blds(feesDue, conditional);
  }

  /** Returns who has to act next. */
  public NextMove nextMove() {
    return status.nextMove(feesDue);
  }

  Item write(Item item) {
    return place
        .write(item)
        .with("number", number)
        .with("type", type)
        .with("status", status)
        .with("feesDue", feesDue)
        .with("conditional", conditional)
        .with("description", description)
        .with("dates", dates.write());
  }

  /** Reads the summary from an item that holds one. */
  public static PermitSummary from(Item item) {
    return new PermitSummary(
        item.pk().substring(PermitFacts.key("").length()),
        item.text("number"),
        item.text("type"),
        item.constant("status", PermitStatus.class),
        item.flag("feesDue"),
        item.flag("conditional"),
        item.text("description"),
        Place.read(item),
        PermitDates.read(item.nested("dates")));
  }
}
