package org.permitportal.sessions;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.City;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;
import org.permitportal.users.SignIn.Tokens;

/**
 * Stores the open sessions of users as {@code USER#id / SESSION#origin_jti} in the accounts table,
 * because Cognito has no list of sessions. A session without its item can't be refreshed.
 */
@Singleton
class SessionStore {
  private static final String PREFIX = "SESSION#";
  private final Table table;
  private final MembershipStore memberships;
  private final City city;
  private final Clock clock;

  SessionStore(Tables tables, MembershipStore memberships, City city, Clock clock) {
    this.table = tables.primed("accounts");
    this.memberships = memberships;
    this.city = city;
    this.clock = clock;
  }

  /**
   * Opens a session and runs another write, in one transaction.
   *
   * @param device the name that the person gave the device, or null
   * @param with the other write
   * @return false when the membership does not allow the session, and then nothing was written
   */
  boolean open(Tokens tokens, @Nullable String device, Duration life, Write with) {
    return new Transaction()
        .with(memberships.allowing(tokens.userId(), tokens.authTime()))
        .with(opening(tokens, device, life))
        .with(with)
        .run()
        .isEmpty();
  }

  /**
   * Opens a session and ends every other session of the user, in one transaction.
   *
   * @return false when the user has no membership, and then nothing was written
   */
  boolean openAlone(Tokens tokens, @Nullable String device, Duration life) {
    return new Transaction()
        .with(memberships.endSessions(tokens.userId(), clock.instant(), tokens.session()))
        .with(opening(tokens, device, life))
        .run()
        .isEmpty();
  }

  private Write opening(Tokens tokens, @Nullable String device, Duration life) {
    Instant now = clock.instant();
    return table.put(
        Item.of(pk(tokens.userId()), sk(tokens.session()))
            .with("device", device)
            .with("day", LocalDate.ofInstant(now, city.zone()).toString())
            .with("authTime", tokens.authTime())
            .with("lastRefresh", now)
            .with("ttl", now.plus(life).getEpochSecond()));
  }

  /** Returns a user's open sessions, the last used first. Takes one query. */
  List<OpenSession> open(Member member) {
    Instant now = clock.instant();
    return table.query(pk(member.userId())).startingWith(PREFIX).all().stream()
        .filter(item -> item.number("ttl") > now.getEpochSecond())
        .map(
            item ->
                new OpenSession(
                    item.sk().substring(PREFIX.length()),
                    item.optionalText("device"),
                    item.text("day"),
                    item.instant("authTime"),
                    item.instant("lastRefresh")))
        .filter(session -> member.allows(session.authTime(), session.id()))
        .sorted(Comparator.comparing(OpenSession::lastRefresh).reversed())
        .toList();
  }

  /** An open session; {@code day} is the day on which it began, in the city's time zone. */
  record OpenSession(
      String id, @Nullable String device, String day, Instant authTime, Instant lastRefresh) {}

  /** Records that a session was refreshed. Returns false when the session is not open. */
  boolean refreshed(Tokens tokens) {
    return Table.run(
        table
            .update(pk(tokens.userId()), sk(tokens.session()))
            .set("lastRefresh", clock.instant())
            .whenPresent());
  }

  /** Closes a session; does nothing when it is not open. */
  void close(String userId, String session) {
    Table.run(table.delete(pk(userId), sk(session)));
  }

  private static String pk(String userId) {
    return "USER#" + userId;
  }

  private static String sk(String session) {
    return PREFIX + session;
  }
}
