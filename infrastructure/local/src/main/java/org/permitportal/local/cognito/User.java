package org.permitportal.local.cognito;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A user of a pool, as stored on disk in one file for each user. Times are in milliseconds since
 * the epoch.
 */
final class User {
  private static final long QUIET = Duration.ofMinutes(15).toMillis();

  String sub = "";
  String username = "";
  String status = "";
  String password = "";
  boolean enabled = true;
  long created;
  long modified;
  long temporaryPasswordUntil;
  Map<String, String> attributes = new TreeMap<>();
  Set<String> groups = new TreeSet<>();

  @Nullable String pendingTotpSecret;
  @Nullable String totpSecret;
  long lastTotpStep;
  boolean totpEnabled;
  boolean totpPreferred;

  int failures;
  long lastAttempt;
  long lockedUntil;

  List<Grant> grants = new ArrayList<>();

  /** One sign-in and all tokens issued from it. */
  static final class Grant {
    String originJti = "";
    String clientId = "";
    String eventId = "";
    long authTime;
    long expires;
    boolean revoked;
    List<Refresh> refreshTokens = new ArrayList<>();
  }

  /**
   * A refresh token: its hash and the time of its first exchange. The time is 0 until the first
   * exchange.
   */
  static final class Refresh {
    String hash = "";
    long rotated;
  }

  /**
   * Returns whether signing in is locked for this user (dg authentication.html, "Lockout behavior
   * for failed sign-in attempts").
   */
  boolean locked(long now) {
    if (now - lastAttempt >= QUIET) {
      clearFailures();
    }
    lastAttempt = now;
    return now < lockedUntil;
  }

  /**
   * Counts a failed try. From the fifth failure on, the user is locked for 2^(failures - 5)
   * seconds, but at most for 15 minutes.
   */
  void failed(long now) {
    failures++;
    if (failures >= 5) {
      lockedUntil = now + Math.min(QUIET, 1000L << Math.min(failures - 5, 20));
    }
  }

  void clearFailures() {
    failures = 0;
    lockedUntil = 0;
  }

  void revokeGrants() {
    grants.forEach(grant -> grant.revoked = true);
  }
}
