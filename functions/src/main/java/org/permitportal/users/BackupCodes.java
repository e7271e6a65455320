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
 * Makes and checks backup codes, for people who have lost their authenticator app. The portal's
 * pages call them recovery codes. The codes are stored in {@code USER#id / RECOVERY} in the
 * accounts table: an attribute {@code c<SHA-256>} for each unused code, and the time {@code since}
 * at which the codes were made. Each code has 80 random bits, so nobody can guess it. Therefore its
 * hash needs no secret key and need not be slow.
 */
@Singleton
public class BackupCodes {
  /** The pattern of a typed code: with or without blanks and hyphens, in upper or lower case. */
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

  /**
   * Makes ten new codes, each in groups of four characters. They are shown to the user only once.
   */
  public List<String> fresh() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      // Take a ULID's random part; its first ten characters are the time.
      String random = ids.ulid().substring(10);
      codes.add(random.replaceAll("(.{4})(?=.)", "$1-"));
    }
    return codes;
  }

  /** Returns the write that stores these codes and voids all earlier ones. */
  public Write keep(String userId, List<String> codes) {
    Item item = Item.of(pk(userId), SORT).with(SINCE, clock.instant());
    for (String code : codes) {
      item = item.with(attribute(code), true);
    }
    return table.put(item);
  }

  /**
   * Returns when the user's codes were made; empty when the user has no codes. Codes are made when
   * an app is enrolled. Takes one read.
   */
  public Optional<Instant> since(String userId) {
    return table.get(pk(userId), SORT).map(item -> item.instant(SINCE));
  }

  /**
   * Uses up one code. Takes one database call.
   *
   * @return false when the user has no such code or has used it already
   */
  public boolean use(String userId, String typed) {
    String attribute = attribute(typed);
    return bare(typed).length() == LENGTH
        && Table.run(
            table
                .update(pk(userId), SORT)
                .remove(attribute)
                .when("attribute_exists(#" + attribute + ")"));
  }

  /** Returns the write that voids all codes of the user. */
  public Write forgetting(String userId) {
    return table.delete(pk(userId), SORT);
  }

  private static String attribute(String code) {
    return "c" + Ids.hash(bare(code));
  }

  /**
   * Normalizes a code as in Crockford's base 32: letters that look like digits become these digits.
   * Blanks and hyphens are removed.
   */
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
