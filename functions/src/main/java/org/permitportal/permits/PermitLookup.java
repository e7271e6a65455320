package org.permitportal.permits;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.permitportal.permits.Permit.Action;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Item;
import org.permitportal.platform.Page;
import org.permitportal.platform.Problem;

/** Looking up permits: anybody's look at what is public, a party's at all of theirs. */
@Singleton
public class PermitLookup {
  private static final int PAGE = 25;

  /** Several permits at one house are filtered after they were read. */
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
   * Some permits that were looked for.
   *
   * @param streets the streets that a typed part of a name can mean, when there are several
   */
  public record Found(Page<PermitSummary> page, List<String> streets) {}

  /** A party's view: the permit, the caller's own place on it, a page of what happened. */
  public record Opened(Permit permit, Party you, Page<PermitEvent> events) {}

  /** A part of the dashboard. */
  public record Dashboard(List<LinkRequest> links, List<Own> permits, @Nullable String next) {}

  /** A permit of the account's. */
  public record Own(PermitSummary permit, String role) {}

  /**
   * The permits that a typed number can mean, the newest number first.
   *
   * @throws Problem 400 when that are too many without the year
   */
  public Found byNumber(String typed) {
    Set<String> candidates = numbers.candidates(typed);
    if (candidates.size() > PermitNumber.MOST_CANDIDATES) {
      throw Problem.of(PermitProblem.TYPE_THE_YEAR);
    }
    if (candidates.isEmpty()) {
      throw Problem.invalid("number", "INVALID", "Type a permit's number, e.g. with its digits.");
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

  /** The permits at an address, or of a street when no house number was typed. */
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

  /** The permits on a parcel. */
  public Found byParcel(String parcel, @Nullable String cursor) {
    if (PermitFacts.parcelKey(parcel).isEmpty()) {
      throw Problem.invalid("parcel", "INVALID", "Type a parcel's number.");
    }
    return new Found(store.onParcel(parcel, PAGE, cursor), List.of());
  }

  /**
   * A permit that anybody may see the public part of.
   *
   * @throws Problem 404 when there is none, or only a draft
   */
  public Permit view(String permitId) {
    return store.load(permitId).filter(Permit::open).orElseThrow(Problem::notFound);
  }

  /**
   * A permit as its parties see it.
   *
   * @param cursor of older events, or null for the newest
   * @throws Problem 404 when there is none, or the caller is no party of it
   */
  public Opened open(Applicant applicant, String permitId, @Nullable String cursor) {
    BiFunction<Permit, Page<PermitEvent>, Opened> opened =
        (permit, events) ->
            permit
                .party(applicant.accountId())
                .filter(_ -> permit.allows(applicant, Action.SEE))
                .map(you -> new Opened(permit, you, forParties(events)))
                .orElseThrow(Problem::notFound);
    if (cursor == null) {
      PermitStore.Opened found = store.open(permitId).orElseThrow(Problem::notFound);
      return opened.apply(found.permit(), found.events());
    }
    Permit permit = store.load(permitId).orElseThrow(Problem::notFound);
    if (!permit.allows(applicant, Action.SEE)) {
      throw Problem.notFound();
    }
    return opened.apply(permit, store.events(permitId, cursor));
  }

  /** Permits to act on, then open and refused link requests, then the other permits. */
  public Dashboard dashboard(Applicant applicant, @Nullable String cursor) {
    Page<Item> page = store.dashboard(applicant.accountId(), PAGE, cursor);
    return new Dashboard(
        page.items().stream().filter(LinkRequest::isOne).map(LinkRequest::from).toList(),
        page.items().stream()
            .filter(Party::isOne)
            .map(i -> new Own(PermitSummary.from(i), Party.from(i).role()))
            .toList(),
        page.next());
  }

  /**
   * At one house, all of it is read and what was typed besides compared; in a whole street, a page
   * is.
   */
  private Page<PermitSummary> inStreet(String name, Street typed, @Nullable String cursor) {
    int limit = typed.house().isEmpty() ? PAGE : HOUSE_PAGE;
    Page<PermitSummary> page = store.inStreet(name, typed.paddedHouse(), limit, cursor);
    return new Page<>(
        page.items().stream().filter(p -> typed.covers(p.place().street())).toList(), page.next());
  }

  private static Page<PermitEvent> forParties(Page<PermitEvent> events) {
    return new Page<>(
        events.items().stream().filter(e -> e.audience() == PermitEvent.Audience.PARTIES).toList(),
        events.next());
  }
}
