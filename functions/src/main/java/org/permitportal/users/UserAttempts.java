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
 * Counts the tries for a user in two ways: for each caller's network, and for all networks
 * together. The limit for all networks does not apply to a known network: one from which the user
 * has signed in or recovered in the last 30 days. So tries from one network cannot lock a user out
 * of other networks. Tries from many networks can lock out only unknown networks. A user who
 * doesn't exist is counted like any other.
 *
 * <p>Each user has one item, {@code TRIES#<pool>#<user>} in the attempts table. Each try takes one
 * write. A window ends when its whole length has passed without a counted try. A refused try is
 * neither carried out nor counted, so it does not prolong the window.
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

  /**
   * The kinds of tries. Each kind has its own counts, so tries of one kind do not lock another
   * kind.
   */
  public enum Of {
    /**
     * Passwords and authenticator codes. From the fifth wrong one on, Cognito locks the user for 1,
     * 2, 4… seconds. Cognito forgets the wrong ones after 15 minutes without a try. With these
     * limits, one network never makes Cognito lock a user. All networks together make Cognito lock
     * a user for at most 8 seconds.
     */
    PASSWORD("user", 4, 8, Duration.ofMinutes(16), UserProblem.SIGN_IN_LOCKED),
    /** Authenticator codes of a signed-in user. The right password does not reset this count. */
    CODE("user", 4, 8, Duration.ofMinutes(16), UserProblem.SIGN_IN_LOCKED),
    /** Passwords and codes at the staff pool. */
    STAFF_PASSWORD("staff", 4, 8, Duration.ofMinutes(16), UserProblem.SIGN_IN_LOCKED),
    /** Answers to the secret question. */
    ANSWER("user", 5, 20, Duration.ofHours(1), UserProblem.RECOVERY_LOCKED),
    /** Codes that were mailed for a recovery. */
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

    /** Returns how long a lock lasts after the last counted try. */
    public Duration window() {
      return window;
    }

    private String name(String what) {
      return name().toLowerCase(Locale.ROOT) + "_" + what;
    }
  }

  /**
   * A try that was counted or refused.
   *
   * @param refusal the problem (429) when there were too many tries before this one; otherwise null
   * @param last whether this network may make no more tries now
   * @param told whether the user has been told about this lock; see {@link #telling}
   */
  public record Counted(@Nullable Problem refusal, boolean last, boolean told) {}

  /**
   * Counts one try. Takes one database call when the try is allowed.
   *
   * @throws Problem 429 when there were too many tries already, saying when the lock ends
   */
  public void count(Of of, String userId, String address) {
    Problem refusal = attempt(of, userId, address).refusal();
    if (refusal != null) {
      throw refusal;
    }
  }

  /** Counts one try like {@link #count}, but returns a refusal instead of throwing it. */
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
        // Another try has begun the next window in the meantime.
        : attempt(of, userId, address);
  }

  /**
   * Returns the write that counts one try, for a transaction. Its condition fails when the try is
   * not allowed.
   */
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

  /**
   * Returns the write that begins the next window. It also removes the old counts, and the networks
   * that are no longer known.
   */
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

  /**
   * Returns the write that records that the user is told about a lock. Its condition fails when the
   * user was already told.
   */
  public Write telling(Of of, String userId) {
    String told = of.name("told");
    return item(of, userId).set(told, true).when("attribute_not_exists(#" + told + ")");
  }

  /**
   * Returns the write to run after a success. It takes back the tries of the caller's network and
   * makes this network known. The tries of other networks stay counted. If a success cleared them,
   * a stranger could tell from the number of tries that the user exists and has signed in.
   */
  public Write passed(Set<Of> of, String userId, String address) {
    Instant known = clock.instant().plus(KNOWN);
    Write write =
        item(of.iterator().next(), userId)
            .set(KNOWN_AT + network(address), known)
            .set("ttl", known.plus(KEPT).getEpochSecond());
    for (Of one : of) {
      write
          .subtract(one.name("all"), one.name("at_" + network(address)))
          .remove(one.name("at_" + network(address)))
          .remove(one.name("told"));
    }
    return write;
  }

  /**
   * Returns the write to run after a recovery. The caller's network may try again and becomes
   * known. Password tries from other networks stay counted, because the pool may still count them.
   */
  public Write recovered(String userId, String address) {
    return passed(Set.of(Of.ANSWER, Of.RECOVERY_CODE), userId, address)
        .remove(Of.PASSWORD.name("at_" + network(address)));
  }

  /** Runs the write of {@link #passed} for one kind of tries. */
  public void pass(Of of, String userId, String address) {
    Table.run(passed(Set.of(of), userId, address));
  }

  private Write item(Of of, String userId) {
    // Use lower case: a challenge names the user in the client's spelling, and no two staff user
    // names differ only in case.
    return table.update("TRIES#" + of.pool + "#" + userId.toLowerCase(Locale.ROOT), SORT);
  }

  private static String network(String address) {
    return Ids.hash(CallerNetwork.of(address)).substring(0, 16);
  }
}
