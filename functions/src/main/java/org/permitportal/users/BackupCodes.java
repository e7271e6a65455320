package org.permitportal.users;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/**
 * Codes that stand in for an authenticator app that was lost: {@code USER#id / RECOVERY} in the
 * accounts table, an attribute {@code c<SHA-256>} for each that is left, and {@code since}. 80
 * random bits need no key and no slow hash.
 */
@Singleton
public class BackupCodes {
  /** What a typed code may look like: however grouped, in either case. */
  public static final String PATTERN = "[0-9A-Za-z -]{16,24}";

  private static final int COUNT = 10;
  private static final int LENGTH = 16;
  private static final String SORT = "RECOVERY";
  private static final String SINCE = "since";
  private final Table table;
  private final Ids ids;
  private final Clock clock;

  public BackupCodes(Tables tables, Ids ids, Clock clock) {
    this.table = tables.named("accounts");
    this.ids = ids;
    this.clock = clock;
  }

  /** New ones, in groups of four, to be shown once. */
  public List<String> fresh() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      // A ULID's random part; its first ten characters are the time.
      String random = ids.ulid().substring(10);
      codes.add(random.replaceAll("(.{4})(?=.)", "$1-"));
    }
    return codes;
  }

  /** The write that keeps these and voids all before. */
  public Write keep(String userId, List<String> codes) {
    Item item = Item.of(pk(userId), SORT).with(SINCE, clock.instant());
    for (String code : codes) {
      item = item.with(attribute(code), true);
    }
    return table.put(item);
  }

  /** When the user's app was enrolled, with which codes are made; one read. */
  public Optional<Instant> since(String userId) {
    return table.get(pk(userId), SORT).map(item -> item.instant(SINCE));
  }

  /** Uses one up; one call. False when it is none of the user's, or used. */
  public boolean use(String userId, String typed) {
    String attribute = attribute(typed);
    return bare(typed).length() == LENGTH
        && Table.run(
            table
                .update(pk(userId), SORT)
                .remove(attribute)
                .when("attribute_exists(#" + attribute + ")"));
  }

  /** The write that voids all. */
  public Write forgetting(String userId) {
    return table.delete(pk(userId), SORT);
  }

  private static String attribute(String code) {
    return "c" + Ids.hash(bare(code));
  }

  /** Read as Crockford's base 32 is: letters that look like digits are those digits. */
  private static String bare(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[ -]", "")
        .replace('O', '0')
        .replaceAll("[IL]", "1");
  }

  private static String pk(String userId) {
    return "USER#" + userId;
  }
}
