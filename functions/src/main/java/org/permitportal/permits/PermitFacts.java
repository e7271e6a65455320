package org.permitportal.permits;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Item;

/**
 * A permit's own data, stored as one item. Its parties, documents and events are other items.
 *
 * @param type the key of one of the city's permit types
 * @param feesDue whether fees are known to be unpaid
 * @param conditional whether the permit was finaled with conditions (temporary certificate)
 * @param parcel the parcel number as the city writes it
 * @param masterNumber the number of the permit to which this permit belongs, BLDS MasterPermitNum
 * @param row the hash of the imported row; null when the portal's version is authoritative
 * @param parties the number of parties; an account counts once for each of its roles
 * @param changedAt the time of the last status change in the portal; for an imported permit, the
 *     day of its latest step; the staff queue is sorted by it
 * @param version counts the changes to this item
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

  /** Returns the part of the data that lists show. */
  public PermitSummary summary() {
    return new PermitSummary(
        id, number, type, status, feesDue, conditional, description, place, dates);
  }

  /** Returns these facts with one more party. */
  PermitFacts withParty() {
    return kept(id, status, dates, row, parties + 1, changedAt, version + 1);
  }

  /**
   * Returns these facts as the next version of {@code before}, with the id and the number of
   * parties of {@code before}.
   */
  PermitFacts following(PermitFacts before) {
    return kept(before.id, status, dates, row, before.parties, changedAt, before.version + 1);
  }

  /**
   * Returns these facts with a status that the permit got in the portal. From then on the portal's
   * version is authoritative, and imports leave the permit unchanged.
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

  /** Returns the letters and digits of a parcel number. Parcels are compared by them. */
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
   * Adds the keys for the indexes. A draft gets no keys, so only its parties' dashboards show it. A
   * closed permit is not in the staff queue.
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

  /** Reads a permit's facts from its item. */
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
