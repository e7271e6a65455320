package org.permitportal.sessions;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.City;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;
import org.permitportal.users.SignIn.Tokens;

/**
 * The open sessions of users: {@code USER#id / SESSION#origin_jti} in the accounts table, since
 * Cognito has no list of them. A session without its item can't be refreshed.
 */
@Singleton
class SessionStore {
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
   * Opens a session, in one call with what goes with it.
   *
   * @param device how the person calls the device, or null
   * @param with what is written besides
   * @return false when the membership doesn't allow it; nothing was written then
   */
  boolean open(Tokens tokens, @Nullable String device, Duration life, Write with) {
    Instant now = clock.instant();
    return new Transaction()
        .with(memberships.allowing(tokens.userId(), tokens.authTime()))
        .with(
            table.put(
                Item.of(pk(tokens.userId()), sk(tokens.session()))
                    .with("device", device)
                    .with("day", LocalDate.ofInstant(now, city.zone()).toString())
                    .with("lastRefresh", now)
                    .with("ttl", now.plus(life).getEpochSecond())))
        .with(with)
        .run()
        .isEmpty();
  }

  /** Notes that a session was refreshed; false when it is not open (any more). */
  boolean refreshed(Tokens tokens) {
    return Table.run(
        table
            .update(pk(tokens.userId()), sk(tokens.session()))
            .set("lastRefresh", clock.instant())
            .whenPresent());
  }

  /** Closes a session; nothing happens when it is not open. */
  void close(String userId, String session) {
    Table.run(table.delete(pk(userId), sk(session)));
  }

  private static String pk(String userId) {
    return "USER#" + userId;
  }

  private static String sk(String session) {
    return "SESSION#" + session;
  }
}
