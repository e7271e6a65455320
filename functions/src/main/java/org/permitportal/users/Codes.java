package org.permitportal.users;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Item;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.Details;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.Secret;
import org.permitportal.platform.Table;
import org.permitportal.platform.Write;

/**
 * Six-digit codes that are mailed. Of each only an HMAC is kept, in an item beside what it is for
 * ({@code <subject>} / {@code CODE#<purpose>}); a new one voids the one before. How long a code is
 * good and how many wrong tries end it is the city's setting.
 */
@Singleton
public class Codes {
  /** How soon a new code may follow the last. */
  public static final Duration RESEND = Duration.ofSeconds(30);

  private final Secret secret;
  private final Ids ids;
  private final City.Codes rule;
  private final Clock clock;

  public Codes(Secret secret, Ids ids, City city, Clock clock) {
    this.secret = secret;
    this.ids = ids;
    this.rule = city.codes();
    this.clock = clock;
  }

  /**
   * What a code is for.
   *
   * @param table where the subject's items are
   * @param subject the subject's partition key, e.g. {@code DRAFT#…}
   * @param purpose keeps one use from another, e.g. {@code confirm}
   * @param email the address that it proves: a code is good for no other
   */
  public record Use(Table table, String subject, String purpose, Email email) {
    private String sort() {
      return "CODE#" + purpose;
    }
  }

  /**
   * A code that was made.
   *
   * @param digits to be mailed, and nothing else
   */
  public record Issued(String digits, Instant expiresAt, Instant resendAt) {
    @Override
    public String toString() {
      return "Issued[***]";
    }
  }

  /** Minutes that a code is good, for the mail. */
  public int minutes() {
    return rule.minutes();
  }

  /**
   * Makes a new code and voids the one before; one call.
   *
   * @throws Problem 429 when the last is younger than {@link #RESEND}
   */
  public Issued issue(Use use) {
    Instant now = clock.instant();
    Instant expiresAt = now.plus(Duration.ofMinutes(rule.minutes()));
    String digits = ids.digits();
    Write put =
        use.table()
            .put(
                Item.of(use.subject(), use.sort())
                    .with("hmac", hmac(use, digits))
                    .with("tries", 0)
                    .with("sentAt", now)
                    .with("expiresAt", expiresAt)
                    .with("ttl", expiresAt.plus(Duration.ofDays(1)).getEpochSecond()))
            .when("attribute_not_exists(#pk) OR #sentAt <= :before", "before", now.minus(RESEND));
    if (!Table.run(put)) {
      throw Problem.tooMany(RESEND);
    }
    return new Issued(digits, expiresAt, now.plus(RESEND));
  }

  /**
   * Counts a try and checks it; one call for a code that may still be tried.
   *
   * @param field the request's field, named when the code is wrong
   * @throws Problem 400 wrong, 409 none that is still good, 429 too many wrong tries
   */
  public void check(Use use, String field, String typed) {
    Instant now = clock.instant();
    Optional<Item> tried =
        Table.runReturning(
            use.table()
                .update(use.subject(), use.sort())
                .add("tries", 1)
                .when(
                    "attribute_exists(#hmac) AND #expiresAt > :now AND #tries < :most",
                    "now",
                    now,
                    "most",
                    rule.tries()));
    if (tried.isEmpty()) {
      throw refused(use, now);
    }
    if (!Ids.same(tried.get().text("hmac"), hmac(use, typed))) {
      throw Problem.of(
          UserProblem.CODE_WRONG, new FieldError(field, "WRONG", UserProblem.CODE_WRONG.title()));
    }
  }

  /** The write that voids what is open: with what the code allowed, so that it allows it once. */
  public Write end(Use use) {
    return use.table().delete(use.subject(), use.sort());
  }

  private Problem refused(Use use, Instant now) {
    return use.table()
        .get(use.subject(), use.sort())
        .map(code -> code.instant("expiresAt"))
        .filter(end -> end.isAfter(now))
        .map(
            end ->
                Problem.of(
                    UserProblem.CODE_USED_UP,
                    Details.NONE.withRetryAfter(Duration.between(now, end))))
        .orElseGet(() -> Problem.of(UserProblem.CODE_EXPIRED));
  }

  private String hmac(Use use, String digits) {
    return secret.hmac(
        "code " + use.purpose(), use.subject() + "\n" + use.email().value() + "\n" + digits);
  }
}
