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
import org.permitportal.platform.SecuritySettings;
import org.permitportal.platform.Table;
import org.permitportal.platform.Write;

/**
 * Makes and checks six-digit codes that are sent by mail. Only an HMAC of a code is stored, in the
 * item {@code <subject> / CODE#<purpose>}. The subject is the registration or user that the code
 * belongs to. A new code voids the code before it. The city's settings say how long a code is valid
 * and how many tries it allows.
 */
@Singleton
public class Codes {
  /** The shortest time between two codes for the same use. */
  public static final Duration RESEND = Duration.ofSeconds(30);

  private final Secret secret;
  private final Ids ids;
  private final SecuritySettings.Codes rule;
  private final Clock clock;

  public Codes(Secret secret, Ids ids, City city, Clock clock) {
    this.secret = secret;
    this.ids = ids;
    this.rule = city.security().codes();
    this.clock = clock;
  }

  /**
   * The use for which a code is made.
   *
   * @param table the table that has the subject's items
   * @param subject the subject's partition key, e.g. {@code DRAFT#…}
   * @param purpose separates one use from another, e.g. {@code confirm}
   * @param email the address that the code proves; the code is valid for no other address
   */
  public record Use(Table table, String subject, String purpose, Email email) {
    private String sort() {
      return "CODE#" + purpose;
    }
  }

  /**
   * A new code.
   *
   * @param digits the code; it may be sent only by mail
   * @param resendAt when the next code may be made
   */
  public record Issued(String digits, Instant expiresAt, Instant resendAt) {
    @Override
    public String toString() {
      return "Issued[***]";
    }
  }

  /** Returns how many minutes a code is valid, for the text of the mail. */
  public int minutes() {
    return rule.minutes();
  }

  /**
   * Makes a new code and voids the code before it. Takes one database call.
   *
   * @throws Problem 429 when the last code is younger than {@link #RESEND}
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
   * Counts a try and checks the code. Takes one database call, or two when no try is allowed.
   *
   * @param field the request's field that the error names when the code is wrong
   * @throws Problem 400 when the code is wrong, 409 when there is no valid code, 429 after too many
   *     wrong tries
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

  /**
   * Returns the write that voids the open code. Run it together with the writes that the code
   * allowed, so that the code allows them only once.
   */
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
