package org.permitportal.accounts;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Item;
import org.permitportal.platform.Page;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;
import org.permitportal.users.Email;

/**
 * The list of companies that people choose their own from, and the way from what somebody typed to
 * the user who signs in by it. Each search is one query, each look-up one read.
 */
@Singleton
public class CompanyDirectory {
  private static final String LIST = "LIST";
  private static final int PAGE = 50;
  private static final int MATCHES = 100;
  private static final int PREFIX = 3;

  private final Table table;
  private final City city;

  public CompanyDirectory(Tables tables, City city) {
    this.table = tables.primed("accounts");
    this.city = city;
  }

  /** A company as anybody may see it; the handle says nothing of its account. */
  public record Listed(String name, String handle) {}

  /** Whether the city shows the list at all. */
  public boolean shown() {
    return city.registration().companyList();
  }

  /**
   * Puts a company on the list: a write for each word of three letters and more and two besides,
   * none with a condition. A name of 100 characters has at most some 25 such words.
   */
  public List<Write> listing(NameKey name, String handle) {
    return rows(name, handle)
        .map(row -> table.put(row.with("name", name.display()).with("handle", handle)))
        .toList();
  }

  /** Takes a company off the list: what {@link #listing} has put there. */
  public List<Write> unlisting(NameKey name, String handle) {
    return rows(name, handle).map(row -> table.delete(row.pk(), row.sk())).toList();
  }

  /** The user who signs in for the company with this handle. */
  public Optional<String> principalOfHandle(String handle) {
    return table.get("HANDLE#" + handle, "HANDLE").map(item -> item.text("principal"));
  }

  /**
   * The user who signs in by a company's name or an e-mail address, however written. One read,
   * whatever was typed, so that nobody learns from the time it takes what there is.
   */
  public Optional<String> principalOf(String typed) {
    if (NameKey.looksLikeEmail(typed)) {
      String address = Email.find(typed).map(Email::value).orElse("");
      return table
          .get("EMAIL#" + address, "EMAIL")
          .filter(item -> !EmailChanges.isReserved(item))
          .map(item -> item.text("userId"));
    }
    return table.get("NAME#" + nameKey(typed), "NAME").map(item -> item.optionalText("principal"));
  }

  /** A user id that nobody has: the same for every way to write what somebody typed. */
  public String nobody(String typed) {
    String name = NameKey.looksLikeEmail(typed) ? "" : nameKey(typed);
    String key = name.isEmpty() ? typed.strip().toLowerCase(Locale.ROOT) : name;
    return Ids.derived("nobody", "signIn", key);
  }

  private String nameKey(String typed) {
    return NameKey.find(typed, city.legalForms()).map(NameKey::key).orElse("");
  }

  /**
   * Companies that a person may mean: all of them in order before anything is typed, those that
   * begin so after one or two letters, and from three on those with words that begin so, in any
   * order.
   *
   * @param typed whatever the person has typed so far
   * @param cursor the {@code next} of the page before, or null
   * @return the page, ordered by name; a page may be empty and yet have a next one
   */
  public Page<Listed> search(String typed, @Nullable String cursor) {
    List<String> words = NameKey.typedWords(typed);
    // The first one: people type a name in its order, and later words are often those of a trade,
    // which thousands of names have.
    Optional<String> first =
        words.stream().filter(word -> word.codePointCount(0, word.length()) >= PREFIX).findFirst();
    if (first.isPresent()) {
      return byWord(first.get(), words, cursor);
    }
    String start = String.join("", words);
    if (start.isEmpty() && !typed.isBlank()) {
      return new Page<>(List.of(), null);
    }
    Table.Query query = table.query(LIST);
    return (start.isEmpty() ? query : query.startingWith(start))
        .page(PAGE, cursor)
        .map(CompanyDirectory::listed);
  }

  private Page<Listed> byWord(String looked, List<String> words, @Nullable String cursor) {
    Page<Item> page = table.query("W#" + prefix(looked)).startingWith(looked).page(MATCHES, cursor);
    List<Item> rows =
        page.items().stream()
            .filter(row -> matches(row, looked, words))
            .sorted(Comparator.comparing(row -> row.sk().substring(row.sk().indexOf('#'))))
            .toList();
    return new Page<>(rows.stream().map(CompanyDirectory::listed).toList(), page.next());
  }

  /**
   * Whether every typed word begins a word of the name. A name that has several words with this
   * beginning has as many rows, of which only the first counts.
   */
  private static boolean matches(Item row, String looked, List<String> typed) {
    String[] key = row.sk().split("#", -1);
    Set<String> words = new LinkedHashSet<>(NameKey.typedWords(row.text("name")));
    words.add(key[1]);
    boolean first =
        words.stream()
            .filter(word -> word.startsWith(looked))
            .sorted()
            .limit(1)
            .toList()
            .contains(key[0]);
    return first
        && typed.stream().allMatch(part -> words.stream().anyMatch(word -> word.startsWith(part)));
  }

  private Stream<Item> rows(NameKey name, String handle) {
    String end = name.key() + "#" + handle;
    Set<String> words = new LinkedHashSet<>(name.words());
    List<Item> rows = new ArrayList<>();
    rows.add(Item.of(LIST, end));
    Stream.concat(Stream.of(name.key()), words.stream())
        .distinct()
        .filter(word -> word.codePointCount(0, word.length()) >= PREFIX)
        .map(word -> Item.of("W#" + prefix(word), word + "#" + end))
        .forEach(rows::add);
    return rows.stream();
  }

  private static String prefix(String word) {
    return word.substring(0, word.offsetByCodePoints(0, PREFIX));
  }

  private static Listed listed(Item item) {
    return new Listed(item.text("name"), item.text("handle"));
  }
}
