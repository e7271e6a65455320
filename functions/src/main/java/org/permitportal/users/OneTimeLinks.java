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
 * Makes and finds the codes of mailed links. A link has its code in the URL's fragment, which
 * browsers do not send to a server. A code works until it expires or {@link Open#end} ends its
 * link. Only a hash of the code is stored. The hash needs no secret key, because nobody can guess a
 * code of 256 random bits.
 */
@Singleton
public class OneTimeLinks {
  /** The pattern of a code. */
  public static final String CODE = "[A-Za-z0-9_-]{43}";

  private static final String SORT = "LINK";
  private final Ids ids;
  private final Clock clock;

  public OneTimeLinks(Ids ids, Clock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A new code for a link.
   *
   * @param code the code; it may be sent only by mail
   * @param write the write that stores the code; run it alone or in a transaction
   */
  public record Issued(String code, Instant expiresAt, Write write) {
    @Override
    public String toString() {
      return "Issued[***]";
    }
  }

  /**
   * A link that can still be used.
   *
   * @param values the values stored with the link
   * @param end the write that ends the link; its condition fails when the link was ended in the
   *     meantime
   */
  public record Open(Map<String, String> values, Instant expiresAt, Write end) {}

  /**
   * Makes the code of a new link.
   *
   * @param table the table in which the link is stored
   * @param purpose separates one use from another, e.g. {@code resume}
   * @param values the values to store with the link: ids rather than a person's data
   * @param life how long the link can be used
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

  /**
   * Finds the link of a code; empty when the link has expired, was ended or never existed. Takes
   * one strongly consistent read.
   */
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
