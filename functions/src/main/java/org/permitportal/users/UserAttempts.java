package org.permitportal.users;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.CallerNetwork;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Item;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.Details;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/**
 * Counts what is tried for a user: by each caller's network, and over all networks together, which
 * a network is free of where the user has signed in or recovered lately. So one network alone keeps
 * nobody out, and many keep out only strangers. A user whom nobody has is counted like any other.
 *
 * <p>One item a user, {@code TRIES#<pool>#<user>} in the attempts table, and one write a try. A
 * window ends when nothing was tried for its length; what is refused here is not tried.
 */
@Singleton
public class UserAttempts {
  private static final String SORT = "TRIES";
  private static final Duration KNOWN = Duration.ofDays(30);
  private static final Duration KEPT = Duration.ofDays(1);
  private static final String KNOWN_AT = "known_";

  private final Table table;
  private final Clock clock;

  public UserAttempts(Tables tables, Clock clock) {
    this.table = tables.named("attempts");
    this.clock = clock;
  }

  /** What is tried. Each has counts of its own: none of them locks another. */
  public enum Of {
    /**
     * Passwords and authenticator codes. Cognito locks from the fifth wrong one on, for 1, 2, 4…
     * seconds, until nothing was tried for a quarter of an hour: so one network never brings it to
     * lock, and all together to no more than 8 seconds.
     */
    PASSWORD("user", 4, 8, Duration.ofMinutes(16), UserProblem.SIGN_IN_LOCKED),
    /** Codes of who is signed in; the right password does not end this count. */
    CODE("user", 4, 8, Duration.ofMinutes(16), UserProblem.SIGN_IN_LOCKED),
    /** Passwords and codes at the staff's pool. */
    STAFF_PASSWORD("staff", 4, 8, Duration.ofMinutes(16), UserProblem.SIGN_IN_LOCKED),
    /** Answers to the secret question. */
    ANSWER("user", 5, 20, Duration.ofHours(1), UserProblem.RECOVERY_LOCKED),
    /** Codes mailed for a recovery. */
    RECOVERY_CODE("user", 5, 10, Duration.ofHours(1), UserProblem.RECOVERY_LOCKED);

    private final String pool;
    private final int each;
    private final int most;
    private final Duration window;
    private final UserProblem locked;

    Of(String pool, int each, int most, Duration window, UserProblem locked) {
      this.pool = pool;
      this.each = each;
      this.most = most;
      this.window = window;
      this.locked = locked;
    }

    /** How long it stays locked after the last try. */
    public Duration window() {
      return window;
    }

    private String name(String what) {
      return name().toLowerCase(Locale.ROOT) + "_" + what;
    }
  }

  /**
   * A try that was counted, or refused.
   *
   * @param refusal 429 when there were too many before it
   * @param last whether no more are taken from this network now
   * @param told whether the user has been told of this lock; see {@link #telling}
   */
  public record Counted(@Nullable Problem refusal, boolean last, boolean told) {}

  /**
   * Counts one try; one call when it is allowed.
   *
   * @throws Problem 429 when there were too many already, saying when the lock ends
   */
  public void count(Of of, String userId, String address) {
    Problem refusal = attempt(of, userId, address).refusal();
    if (refusal != null) {
      throw refusal;
    }
  }

  /** The same for a caller who has something to do when it is refused. */
  public Counted attempt(Of of, String userId, String address) {
    Instant now = clock.instant();
    Table.Shown shown = Table.runShowing(counting(of, userId, address));
    Item item = shown.item();
    long here = item.number(of.name("at_" + network(address)), 0);
    long all = item.number(of.name("all"), 0);
    boolean told = item.flag(of.name("told"));
    if (shown.written()) {
      return new Counted(null, here >= of.each || all == of.most, told);
    }
    Instant ends = item.instant(of.name("ends"));
    if (ends.isAfter(now)) {
      Duration wait = Duration.between(now, ends);
      Problem refusal =
          here >= of.each
              ? Problem.tooMany(wait)
              : Problem.of(of.locked, Details.NONE.withRetryAfter(wait));
      return new Counted(refusal, true, told);
    }
    return Table.run(anew(of, userId, address, item))
        ? new Counted(null, false, false)
        // Somebody else's try has begun the next window meanwhile.
        : attempt(of, userId, address);
  }

  /** The write that counts one try, for a transaction; its condition fails when it may not be. */
  public Write counting(Of of, String userId, String address) {
    Instant now = clock.instant();
    String here = of.name("at_" + network(address));
    String ends = of.name("ends");
    String all = of.name("all");
    return item(of, userId)
        .add(here, 1)
        .add(all, 1)
        .set(ends, now.plus(of.window))
        .setIfAbsent("ttl", now.plus(of.window).plus(KEPT).getEpochSecond())
        .when("attribute_not_exists(#" + ends + ") OR #" + ends + " > :now", "now", now)
        .when("attribute_not_exists(#" + here + ") OR #" + here + " < :each", "each", of.each)
        .when(
            "attribute_not_exists(#%s) OR #%s < :most OR #%s > :now"
                .formatted(all, all, KNOWN_AT + network(address)),
            "most",
            of.most);
  }

  /** Begins the next window, and forgets which networks were known long ago. */
  private Write anew(Of of, String userId, String address, Item before) {
    Instant now = clock.instant();
    String here = of.name("at_" + network(address));
    Write write =
        item(of, userId)
            .set(here, 1)
            .set(of.name("all"), 1)
            .set(of.name("ends"), now.plus(of.window))
            .remove(of.name("told"))
            .when("#" + of.name("ends") + " = :before", "before", before.instant(of.name("ends")));
    for (String name : before.names()) {
      boolean counter = name.startsWith(of.name("at_")) && !name.equals(here);
      if (counter || (name.startsWith(KNOWN_AT) && !before.instant(name).isAfter(now))) {
        write.remove(name);
      }
    }
    return write;
  }

  /** The write that notes that the user is told of a lock; its condition fails when it was. */
  public Write telling(Of of, String userId) {
    String told = of.name("told");
    return item(of, userId).set(told, true).when("attribute_not_exists(#" + told + ")");
  }

  /**
   * The write that ends counts after a success and lets the caller's network be known. Other
   * networks stay as far as they have come.
   */
  public Write passed(Set<Of> of, String userId, String address) {
    Instant known = clock.instant().plus(KNOWN);
    Write write =
        item(of.iterator().next(), userId)
            .set(KNOWN_AT + network(address), known)
            .set("ttl", known.plus(KEPT).getEpochSecond());
    for (Of one : of) {
      write
          .set(one.name("all"), 0)
          .remove(one.name("at_" + network(address)))
          .remove(one.name("told"));
    }
    return write;
  }

  /**
   * The write after a recovery: the caller's network may try anew and is known. Strangers' tries of
   * passwords stay counted, since the pool may not have forgotten them.
   */
  public Write recovered(String userId, String address) {
    return passed(Set.of(Of.ANSWER, Of.RECOVERY_CODE), userId, address)
        .remove(Of.PASSWORD.name("at_" + network(address)));
  }

  /** The same as {@link #passed} for one count, run alone. */
  public void pass(Of of, String userId, String address) {
    Table.run(passed(Set.of(of), userId, address));
  }

  private Write item(Of of, String userId) {
    // Staff's user names differ in more than case, and a challenge names the user as the client
    // will.
    return table.update("TRIES#" + of.pool + "#" + userId.toLowerCase(Locale.ROOT), SORT);
  }

  private static String network(String address) {
    return Ids.hash(CallerNetwork.of(address)).substring(0, 16);
  }
}
