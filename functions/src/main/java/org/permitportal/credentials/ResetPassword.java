package org.permitportal.credentials;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.credentials.RecoveryTicket.Answered;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.SecretBox;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;
import org.permitportal.users.Email;
import org.permitportal.users.Password;
import org.permitportal.users.PasswordRules;
import org.permitportal.users.UserAttempts;
import org.permitportal.users.UserAttempts.Of;
import org.permitportal.users.UserPool;
import org.permitportal.users.UserProblem;

/**
 * The last step of a recovery: sets a new password if the mailed code is right. This takes four
 * calls, and the request may stop after any of them. The first call notifies the user and ends all
 * sessions. The second call sets the password. The third call ends the sessions in the user pool.
 * The last call voids all recoveries of the user. Until then, the user can repeat the request with
 * the same code and ticket.
 */
@Singleton
public class ResetPassword {

  private final MembershipStore memberships;
  private final UserPool pool;
  private final UserAttempts userAttempts;
  private final NotMeLinks links;
  private final Outbox outbox;
  private final PasswordRules rules;
  private final SecretBox box;
  private final Clock clock;

  ResetPassword(
      MembershipStore memberships,
      UserPool pool,
      UserAttempts userAttempts,
      NotMeLinks links,
      Outbox outbox,
      PasswordRules rules,
      SecretBox box,
      Clock clock) {
    this.memberships = memberships;
    this.pool = pool;
    this.userAttempts = userAttempts;
    this.links = links;
    this.outbox = outbox;
    this.rules = rules;
    this.box = box;
    this.clock = clock;
  }

  /**
   * Sets a new password. When this returns, the user can sign in. From the caller's network, this
   * works even while wrong passwords have locked the sign-in for other networks. A second factor
   * remains on.
   *
   * @param recovery the ticket from {@link AnswerQuestion}
   * @param code the mailed code
   * @param typed the new password
   * @param address the caller's network address
   * @throws Problem 400 for a wrong code or an unsuitable password; 403 when the user's membership
   *     is not active; 410 when the recovery has expired or was used; 429 after too many codes
   */
  public void reset(String recovery, String code, String typed, String address) {
    Answered ticket =
        Answered.find(box, recovery)
            .filter(t -> t.ends().isAfter(clock.instant()))
            .orElseThrow(ResetPassword::ended);
    Password password = good(typed, ticket);
    if (!Ids.same(ticket.code(), code)) {
      userAttempts.count(Of.RECOVERY_CODE, ticket.userId(), address);
      throw Problem.of(
          UserProblem.CODE_WRONG, new FieldError("code", "WRONG", UserProblem.CODE_WRONG.title()));
    }
    announce(ticket, recovery, address);
    pool.change(ticket.userId(), null, password);
    pool.signOut(ticket.userId());
    settle(ticket.userId(), address);
  }

  private Password good(String typed, Answered ticket) {
    Password password = Password.of(typed);
    String localPart = Email.find(ticket.email()).map(Email::localPart).orElse("");
    rules
        .check("password", password, List.of(ticket.name(), localPart))
        .ifPresent(
            error -> {
              throw Problem.invalid(List.of(error));
            });
    return password;
  }

  /**
   * Counts the typed code, ends the sessions and puts a notice into the outbox. A repeated call
   * with the same ticket writes no second notice.
   */
  private void announce(Answered ticket, String recovery, String address) {
    Write member = memberships.recovering(ticket.userId(), ticket.begun(), clock.instant());
    Write counted = userAttempts.counting(Of.RECOVERY_CODE, ticket.userId(), address);
    List<Write> refused = announcement(member, ticket, recovery).with(counted).run();
    if (refused.equals(List.of(counted))) {
      // Either there were too many codes, or this is the first code of a new time window.
      userAttempts.count(Of.RECOVERY_CODE, ticket.userId(), address);
      refused = announcement(member, ticket, recovery).run();
    }
    if (refused.contains(member)) {
      boolean active =
          memberships
              .find(ticket.userId())
              .filter(found -> found.status() == Member.Status.ACTIVE)
              .isPresent();
      throw active ? ended() : Problem.of(UserProblem.SIGN_IN_CLOSED);
    }
  }

  private Transaction announcement(Write member, Answered ticket, String recovery) {
    String userId = ticket.userId();
    NotMeLinks.Link link = links.issue(userId, NotMeLinks.About.CHANGE);
    Notice notice =
        new Notice(
            Mail.PASSWORD_RECOVERED,
            userId,
            Map.of("name", ticket.name(), "portal", link.address()));
    return new Transaction()
        .with(member)
        .with(link.write())
        .with(
            outbox
                .write(Ids.derived(userId, "resetPassword", Ids.hash(recovery)), notice)
                .whenAbsent());
  }

  private void settle(String userId, String address) {
    Instant now = clock.instant();
    new Transaction()
        .with(memberships.endSessions(userId, now, null))
        .with(userAttempts.recovered(userId, address))
        .run();
    waitUntil(now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
  }

  /**
   * Waits until {@code begin}, the next full second. Tokens state in whole seconds when a session
   * began, and all sessions that began in the current second were ended. Without the wait, a client
   * that now signs in with the new password would get a session that is ended.
   */
  private void waitUntil(Instant begin) {
    Duration rest = Duration.between(clock.instant(), begin);
    try {
      Thread.sleep(rest.isNegative() ? Duration.ZERO : rest.plusMillis(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Problem ended() {
    return Problem.of(RecoveryProblem.RECOVERY_ENDED);
  }
}
