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
 * Stores the list of companies, from which people choose their company when they sign in. It also
 * finds the user for a handle, a company's name or an e-mail address. Each search is one query, and
 * each lookup of a user is one read.
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

  /** A company as the public sees it; the handle reveals nothing about the account. */
  public record Listed(String name, String handle) {}

  /** Returns whether the city shows the list of companies. */
  public boolean shown() {
    return city.registration().companyList();
  }

  /**
   * Returns the writes that put a company on the list: one for each word of at least three letters,
   * one for the whole name and one for the full list. The writes have no conditions. A name of 100
   * characters has at most about 25 such words.
   */
  public List<Write> listing(NameKey name, String handle) {
    return rows(name, handle)
        .map(row -> table.put(row.with("name", name.display()).with("handle", handle)))
        .toList();
  }

  /**
   * Returns the writes that take a company off the list; they delete the items from {@link
   * #listing}.
   */
  public List<Write> unlisting(NameKey name, String handle) {
    return rows(name, handle).map(row -> table.delete(row.pk(), row.sk())).toList();
  }

  /** Finds the user who signs in for the company with this handle. */
  public Optional<String> principalOfHandle(String handle) {
    return table.get("HANDLE#" + handle, "HANDLE").map(item -> item.text("principal"));
  }

  /**
   * Finds the user who signs in by a company's name or an e-mail address, in any spelling. It
   * always makes one read, so the response time does not reveal which names exist.
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

  /**
   * Returns a user id that no user has. Callers use it when a name, handle or address is unknown.
   * All spellings of one name get the same id.
   */
  public String nobody(String typed) {
    String name = NameKey.looksLikeEmail(typed) ? "" : nameKey(typed);
    String key = name.isEmpty() ? typed.strip().toLowerCase(Locale.ROOT) : name;
    return Ids.derived("nobody", "signIn", key);
  }

  private String nameKey(String typed) {
    return NameKey.find(typed, city.accounts().legalForms()).map(NameKey::key).orElse("");
  }

  /**
   * Finds companies by what a person has typed. An empty text finds all companies. When all typed
   * words have only one or two letters, the search finds the companies whose name begins with these
   * letters. Otherwise it finds the companies whose name has words that begin with the typed words,
   * in any order.
   *
   * @param typed what the person has typed so far
   * @param cursor the {@code next} of the previous page, or null
   * @return the page, ordered by name; a page may be empty and still have a next page
   */
  public Page<Listed> search(String typed, @Nullable String cursor) {
    List<String> words = NameKey.typedWords(typed);
    // Search by the first word that has at least three letters, because people type a name from its
    // beginning. Later words often name a trade, and thousands of names contain them.
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
   * Returns whether each typed word is the beginning of a word of the name. If several words of a
   * name begin with {@code looked}, the query finds several rows of this name. The result is true
   * only for the first of these rows.
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
