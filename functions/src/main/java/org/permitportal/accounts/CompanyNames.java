package org.permitportal.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.City;
import org.permitportal.platform.Item;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.Details;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/**
 * Keeps company names unique. Each name has one item {@code NAME#key / NAME}. The item belongs to
 * an account. Before that, it belongs to a registration, for some hours after each save.
 */
@Singleton
public class CompanyNames {
  private static final String SORT = "NAME";
  private static final String FREE_FOR =
      "attribute_not_exists(#pk) OR #draftId = :me"
          + " OR (attribute_not_exists(#accountId) AND #heldUntil <= :now)";

  private static final int NEAR = 5;
  private static final int SUGGESTED = 3;

  private final Table table;
  private final CompanyDirectory directory;
  private final City city;
  private final Clock clock;

  public CompanyNames(Tables tables, CompanyDirectory directory, City city, Clock clock) {
    this.table = tables.primed("accounts");
    this.directory = directory;
    this.city = city;
    this.clock = clock;
  }

  /** Whether a name is free, and if not, who has it. */
  public enum State {
    /** Nobody has it. */
    FREE,
    /** The caller's registration holds it. */
    YOURS,
    /** Another registration holds it for some hours. */
    HELD,
    /** An account has it. */
    TAKEN
  }

  /**
   * The result of the check of a name.
   *
   * @param name the name as it will be shown
   * @param until when another registration's hold ends, or null
   * @param near names on the list of companies that have a word in common with the checked name
   * @param suggestions similar names that are free; empty unless somebody else has the checked name
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Answer(
      String name,
      State state,
      @Nullable Instant until,
      List<String> near,
      List<String> suggestions) {}

  /**
   * Checks whether a registration can have a name. This takes one read, a query when the list of
   * companies is shown, and one more read when somebody else has the name.
   *
   * @param field the request field that contains the name, for error messages
   * @throws Problem 400 when the text can't be a name
   */
  public Answer check(String draftId, String field, String typed) {
    NameKey name = read(field, typed);
    Optional<Item> found = table.get(pk(name.key()), SORT);
    State state = found.map(item -> state(item, draftId)).orElse(State.FREE);
    boolean another = state == State.HELD || state == State.TAKEN;
    return new Answer(
        name.display(),
        state,
        state == State.HELD ? found.map(i -> i.instant("heldUntil")).orElse(null) : null,
        near(name),
        another ? suggestions(draftId, name) : List.of());
  }

  public NameKey read(String field, String typed) {
    return NameKey.of(field, typed, city.accounts().legalForms());
  }

  /** Returns the time at which a hold that begins now will end. */
  public Instant holdEnd() {
    return clock.instant().plus(Duration.ofHours(city.registration().nameHoldHours()));
  }

  /**
   * Returns the write that holds a name for a registration. Its condition fails when somebody else
   * has the name.
   */
  public Write hold(NameKey name, String draftId, Instant until) {
    Item item =
        Item.of(pk(name.key()), SORT)
            .with("display", name.display())
            .with("draftId", draftId)
            .with("heldUntil", until)
            .with("ttl", until.plus(Duration.ofDays(40)).getEpochSecond());
    return table.put(item).when(FREE_FOR, "me", draftId, "now", clock.instant());
  }

  /**
   * Returns the write that ends a registration's hold on a name. Its condition fails when the
   * registration does not hold the name.
   */
  public Write release(String nameKey, String draftId) {
    return table.delete(pk(nameKey), SORT).when("#draftId = :me", "me", draftId);
  }

  /**
   * Returns the write that gives a registration's name to its account. Its condition fails when
   * somebody else has the name.
   */
  public Write take(Account account, String principal, String draftId) {
    Item item =
        Item.of(pk(account.nameKey()), SORT)
            .with("display", account.name())
            .with("accountId", account.accountId())
            .with("principal", principal)
            .with("handle", account.handle());
    return table.put(item).when(FREE_FOR, "me", draftId, "now", clock.instant());
  }

  /** Returns the problem for a name that could not be held, with similar names that are free. */
  public Problem refused(NameKey name, String draftId) {
    Optional<Item> found = table.get(pk(name.key()), SORT);
    boolean held = found.map(item -> state(item, draftId)).orElse(State.HELD) != State.TAKEN;
    Details details = Details.NONE.withSuggestions(suggestions(draftId, name));
    @Nullable Instant until = found.map(i -> i.optionalInstant("heldUntil")).orElse(null);
    if (held && until != null) {
      details = details.withUntil(until);
    }
    return Problem.of(held ? AccountProblem.NAME_HELD : AccountProblem.NAME_TAKEN, details);
  }

  private State state(Item item, String draftId) {
    if (item.optionalText("accountId") != null) {
      return State.TAKEN;
    }
    if (item.text("draftId").equals(draftId)) {
      return State.YOURS;
    }
    return item.instant("heldUntil").isAfter(clock.instant()) ? State.HELD : State.FREE;
  }

  private List<String> near(NameKey name) {
    if (!directory.shown()) {
      return List.of();
    }
    return name.words().stream()
        .max(Comparator.comparingInt(String::length))
        .map(word -> directory.search(word, null).items())
        .orElse(List.of())
        .stream()
        .map(CompanyDirectory.Listed::name)
        .distinct()
        .limit(NEAR)
        .toList();
  }

  /**
   * Returns free names that combine this name with the city's place or a number; one batch read.
   */
  private List<String> suggestions(String draftId, NameKey name) {
    List<NameKey> candidates = new ArrayList<>();
    Set<String> keys = new HashSet<>(Set.of(name.key()));
    for (String typed :
        List.of(
            name.display() + " of " + city.place(),
            city.place() + " " + name.display(),
            name.display() + " (" + city.place() + ")",
            name.display() + " 2",
            name.display() + " 3")) {
      NameKey.find(typed, city.accounts().legalForms())
          .filter(n -> keys.add(n.key()))
          .ifPresent(candidates::add);
    }
    Set<String> used = new HashSet<>();
    table.getAll(candidates.stream().map(n -> Item.of(pk(n.key()), SORT)).toList()).stream()
        .filter(item -> state(item, draftId) == State.HELD || state(item, draftId) == State.TAKEN)
        .forEach(item -> used.add(item.pk()));
    return candidates.stream()
        .filter(n -> !used.contains(pk(n.key())))
        .map(NameKey::display)
        .limit(SUGGESTED)
        .toList();
  }

  private static String pk(String nameKey) {
    return "NAME#" + nameKey;
  }
}
