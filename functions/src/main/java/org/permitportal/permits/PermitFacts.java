package org.permitportal.permits;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Item;

/**
 * A permit's own data, without its parties, documents and events; stored as one item.
 *
 * @param type the key of one of the city's permit types
 * @param feesDue whether fees are known to be unpaid
 * @param conditional whether it was finaled with conditions (temporary certificate)
 * @param parcel the parcel number as the city writes it
 * @param masterNumber the number of the permit it belongs under
 * @param row the hash of the imported row; null for a permit applied for in the portal
 * @param parties how many accounts are linked
 * @param changedAt when any of it last changed, used to sort lists
 * @param version counts the changes of this item
 */
public record PermitFacts(
    String id,
    String number,
    String type,
    PermitStatus status,
    boolean feesDue,
    boolean conditional,
    String description,
    Place place,
    @Nullable String parcel,
    PermitDates dates,
    Work work,
    @Nullable Contractor contractor,
    @Nullable String masterNumber,
    @Nullable String row,
    long parties,
    Instant changedAt,
    long version) {
  public static final String SORT = PermitSort.PERMIT.start();

  /** Returns the partition key of a permit. */
  public static String key(String permitId) {
    return "PERMIT#" + permitId;
  }

  /** Returns who has to act next. */
  public NextMove nextMove() {
    return status.nextMove(feesDue);
  }

  /** Returns the part that lists show. */
  public PermitSummary summary() {
    return new PermitSummary(
        id, number, type, status, feesDue, conditional, description, place, dates);
  }

  /** Returns these facts with one more party. */
  PermitFacts withParty() {
    return kept(id, status, dates, row, parties + 1, changedAt, version + 1);
  }

  /** Returns these facts as the next version of older ones, whose id and parties it keeps. */
  PermitFacts following(PermitFacts before) {
    return kept(before.id, status, dates, row, before.parties, changedAt, before.version + 1);
  }

  /**
   * Returns these facts with a status reached in the portal. From then on the portal's version is
   * authoritative, so the permit counts as imported no more.
   */
  PermitFacts reaching(PermitStatus reached, Instant now, LocalDate today) {
    return kept(id, reached, dates.reaching(reached, today), null, parties, now, version + 1);
  }

  private PermitFacts kept(
      String newId,
      PermitStatus newStatus,
      PermitDates newDates,
      @Nullable String newRow,
      long newParties,
      Instant newChangedAt,
      long newVersion) {
    return new PermitFacts(
        newId,
        number,
        type,
        newStatus,
        feesDue,
        conditional,
        description,
        place,
        parcel,
        newDates,
        work,
        contractor,
        masterNumber,
        newRow,
        newParties,
        newChangedAt,
        newVersion);
  }

  /** Returns the parcel number's letters and digits, by which parcels are compared. */
  public static String parcelKey(String parcel) {
    return PermitNumber.normal(parcel);
  }

  Item item() {
    Item item =
        summary()
            .write(Item.of(key(id), SORT))
            .with("work", work.write())
            .with("contractor", Contractor.write(contractor))
            .with("parcelNumber", parcel)
            .with("masterNumber", masterNumber)
            .with("row", row)
            .with("parties", parties)
            .with("changedAt", changedAt)
            .with("version", version);
    return status == PermitStatus.DRAFT ? item : indexed(item);
  }

  /**
   * Adds the index keys. A draft gets none, so only its parties' lists show it. Only permits that
   * are not closed are in the staff queue.
   */
  private Item indexed(Item item) {
    Street street = place.street();
    Item result = item;
    if (!street.name().isEmpty()) {
      result =
          result.with("place", street.name()).with("placeSort", street.paddedHouse() + "#" + id);
    }
    if (parcel != null && !parcelKey(parcel).isEmpty()) {
      result = result.with("parcel", parcelKey(parcel));
    }
    if (!status.closed()) {
      result =
          result
              .with("queue", "STATUS#" + status)
              .with("queueSort", Item.stamp(changedAt) + "#" + id);
    }
    return result;
  }

  /** Reads the item of a permit. */
  public static PermitFacts from(Item item) {
    PermitSummary summary = PermitSummary.from(item);
    Item work = item.nested("work");
    return new PermitFacts(
        summary.id(),
        summary.number(),
        summary.type(),
        summary.status(),
        summary.feesDue(),
        summary.conditional(),
        summary.description(),
        summary.place(),
        item.optionalText("parcelNumber"),
        summary.dates(),
        Work.read(work == null ? Item.nested() : work),
        Contractor.read(item.nested("contractor")),
        item.optionalText("masterNumber"),
        item.optionalText("row"),
        item.number("parties", 0),
        item.instant("changedAt"),
        item.number("version"));
  }
}
