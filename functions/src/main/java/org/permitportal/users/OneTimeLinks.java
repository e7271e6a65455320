package org.permitportal.users;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Write;

/**
 * Codes of mailed links. A link has its code in the URL's fragment, which browsers send to no
 * server; it is good once. Kept is only its hash: 256 random bits need no key.
 */
@Singleton
public class OneTimeLinks {
  /** What a code looks like. */
  public static final String CODE = "[A-Za-z0-9_-]{43}";

  private static final String SORT = "LINK";
  private final Ids ids;
  private final Clock clock;

  public OneTimeLinks(Ids ids, Clock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A link's code that was made.
   *
   * @param code to be mailed, and nothing else
   * @param write keeps it, alone or in the transaction of what it belongs to
   */
  public record Issued(String code, Instant expiresAt, Write write) {
    @Override
    public String toString() {
      return "Issued[***]";
    }
  }

  /**
   * What an open link leads to.
   *
   * @param values what was kept with it
   * @param end the write that ends it; its condition fails when it was used meanwhile
   */
  public record Open(Map<String, String> values, Instant expiresAt, Write end) {}

  /**
   * Makes a code.
   *
   * @param table where its item is kept
   * @param purpose keeps one use from another, e.g. {@code resume}
   * @param values what it leads to, ids rather than data of a person
   */
  public Issued issue(Table table, String purpose, Map<String, String> values, Duration life) {
    String code = ids.token();
    Instant expiresAt = clock.instant().plus(life);
    Write put =
        table
            .put(
                Item.of(pk(purpose, code), SORT)
                    .with("values", values)
                    .with("expiresAt", expiresAt)
                    .with("ttl", expiresAt.plus(Duration.ofDays(1)).getEpochSecond()))
            .whenAbsent();
    return new Issued(code, expiresAt, put);
  }

  /** The link of a code while it is open; one strongly consistent read. */
  public Optional<Open> find(Table table, String purpose, String code) {
    String pk = pk(purpose, code);
    return table
        .get(pk, SORT)
        .filter(item -> item.instant("expiresAt").isAfter(clock.instant()))
        .map(
            item ->
                new Open(
                    item.textMap("values"),
                    item.instant("expiresAt"),
                    table.delete(pk, SORT).whenPresent()));
  }

  private static String pk(String purpose, String code) {
    return "LINK#" + purpose + "#" + Ids.hash(code);
  }
}
