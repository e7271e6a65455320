package org.permitportal.lookup;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.permits.Permit;
import org.permitportal.permits.PermitFacts;
import org.permitportal.permits.PermitNumber;
import org.permitportal.permits.PermitStatus;
import org.permitportal.permits.PermitStore;
import org.permitportal.permits.PermitSummary;
import org.permitportal.permits.Street;
import org.permitportal.permits.Streets;
import org.permitportal.platform.Page;
import org.permitportal.platform.Problem;

/** Lets anybody search for permits and see their public data. */
@Singleton
public class PermitLookup {
  private static final int PAGE = 25;

  /** How many permits of one house are read at once. The rest of the address is compared later. */
  private static final int HOUSE_PAGE = 100;

  private final PermitStore store;
  private final Streets streets;
  private final PermitNumber numbers;

  PermitLookup(PermitStore store, Streets streets, PermitNumber numbers) {
    this.store = store;
    this.streets = streets;
    this.numbers = numbers;
  }

  /**
   * The permits found by a search.
   *
   * @param streets names of streets to choose from, when the typed street can mean several;
   *     otherwise empty
   */
  public record Found(Page<PermitSummary> page, List<String> streets) {}

  /**
   * Finds the permits that the typed number can mean, except drafts. They are sorted by the date of
   * their latest step, newest first.
   *
   * @throws Problem 400 when the text has no letters or digits, or can mean more than {@link
   *     PermitNumber#MOST_CANDIDATES} numbers
   */
  public Found byNumber(String typed) {
    Set<String> candidates = numbers.candidates(typed);
    if (candidates.size() > PermitNumber.MOST_CANDIDATES) {
      throw Problem.of(LookupProblem.TYPE_THE_YEAR);
    }
    if (candidates.isEmpty()) {
      throw Problem.invalid("number", "INVALID", "Type a permit number, with letters and digits.");
    }
    Map<String, String> ids = store.ids(candidates);
    List<PermitSummary> found =
        store.facts(Set.copyOf(ids.values())).values().stream()
            .filter(facts -> facts.status() != PermitStatus.DRAFT)
            .map(PermitFacts::summary)
            .sorted(
                Comparator.comparing((PermitSummary p) -> p.dates().latest())
                    .reversed()
                    .thenComparing(PermitSummary::number))
            .toList();
    return new Found(new Page<>(found, null), List.of());
  }

  /**
   * Finds the permits at an address, or in a street when no house number was typed.
   *
   * @throws Problem 400 when no street was typed
   */
  public Found byAddress(String typed, @Nullable String cursor) {
    Street street = Street.of(typed);
    if (street.name().isEmpty()) {
      throw Problem.invalid("address", "INVALID", "Type a house number and a street.");
    }
    if (cursor == null) {
      Page<PermitSummary> exact = inStreet(street.name(), street, null);
      if (!exact.items().isEmpty() || exact.next() != null) {
        return new Found(exact, List.of());
      }
    }
    Set<String> names = streets.like(street);
    if (names.contains(street.name())) {
      names = Set.of(street.name());
    }
    if (names.size() == 1) {
      return new Found(inStreet(names.iterator().next(), street, cursor), List.of());
    }
    List<PermitSummary> found = new ArrayList<>();
    if (!street.house().isEmpty()) {
      names.forEach(name -> found.addAll(inStreet(name, street, null).items()));
    }
    return new Found(new Page<>(found, null), List.copyOf(names));
  }

  /**
   * Finds the permits on a parcel.
   *
   * @throws Problem 400 when the parcel number has no letters or digits
   */
  public Found byParcel(String parcel, @Nullable String cursor) {
    if (PermitFacts.parcelKey(parcel).isEmpty()) {
      throw Problem.invalid("parcel", "INVALID", "Type a parcel's number.");
    }
    return new Found(store.onParcel(parcel, PAGE, cursor), List.of());
  }

  /**
   * Returns a permit that is not a draft. The caller must show only the permit's public part.
   *
   * @throws Problem 404 when there is no such permit, or the permit is a draft
   */
  public Permit view(String permitId) {
    return store.load(permitId).filter(Permit::open).orElseThrow(Problem::notFound);
  }

  /**
   * Reads a page of the permits in a street, or only of one house if the house number was typed.
   * Keeps those whose address fits the rest of the typed address.
   */
  private Page<PermitSummary> inStreet(String name, Street typed, @Nullable String cursor) {
    int limit = typed.house().isEmpty() ? PAGE : HOUSE_PAGE;
    Page<PermitSummary> page = store.inStreet(name, typed.paddedHouse(), limit, cursor);
    return new Page<>(
        page.items().stream().filter(p -> typed.covers(p.place().street())).toList(), page.next());
  }
}
