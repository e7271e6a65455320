package org.permitportal.credentials;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Caller.Origin;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Mailer;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.SecretBox;
import org.permitportal.users.SecretQuestions;
import org.permitportal.users.UserAttempts;
import org.permitportal.users.UserAttempts.Of;
import org.permitportal.users.UserPool;
import org.permitportal.users.UserPool.Question;

/**
 * Checks answers to the secret question, which come before the mailed code in a recovery. For a
 * user who does not exist, each answer is wrong. The calls, the hashing, the counts and the
 * messages are the same as for a user who exists.
 */
@Singleton
public class AnswerQuestion {
  private final MembershipStore memberships;
  private final UserPool pool;
  private final SecretQuestions questions;
  private final UserAttempts userAttempts;
  private final RecoveryLockNotice notice;
  private final Mailer mailer;
  private final SecretBox box;
  private final Ids ids;
  private final City city;
  private final Clock clock;

  AnswerQuestion(
      MembershipStore memberships,
      UserPool pool,
      SecretQuestions questions,
      UserAttempts userAttempts,
      RecoveryLockNotice notice,
      Mailer mailer,
      SecretBox box,
      Ids ids,
      City city,
      Clock clock) {
    this.memberships = memberships;
    this.pool = pool;
    this.questions = questions;
    this.userAttempts = userAttempts;
    this.notice = notice;
    this.mailer = mailer;
    this.box = box;
    this.ids = ids;
    this.city = city;
    this.clock = clock;
  }

  /**
   * A code that was mailed.
   *
   * @param recovery the ticket that the client must send with the code in the last step
   */
  public record Mailed(String recovery, Instant expiresAt) {
    @Override
    public String toString() {
      return "Mailed[***]";
    }
  }

  /**
   * Checks an answer. If the answer is right, mails a code to the user, in the user's language.
   *
   * @param recovery the ticket from {@link StartRecovery}
   * @param typed the answer as it was typed
   * @throws Problem 400 when the answer is wrong; 410 when the ticket is invalid or has expired;
   *     429 after too many answers; 503 when the code was not mailed
   */
  public Mailed answer(String recovery, String typed, Origin origin) {
    RecoveryTicket.Asked ticket =
        RecoveryTicket.Asked.find(box, recovery)
            .filter(t -> t.ends().isAfter(clock.instant()))
            .orElseThrow(() -> Problem.of(RecoveryProblem.RECOVERY_ENDED));
    String userId = ticket.userId();
    UserAttempts.Counted counted = userAttempts.attempt(Of.ANSWER, userId, origin.address());
    if (counted.refusal() != null) {
      tellLock(counted, userId);
      throw counted.refusal();
    }
    Optional<Question> question = pool.question(userId);
    Optional<Member> holder =
        questions.isRight(question, typed) ? memberships.find(userId) : Optional.empty();
    if (holder.isEmpty()) {
      tellLock(counted, userId);
      throw Problem.of(
          RecoveryProblem.ANSWER_WRONG,
          new FieldError("answer", "WRONG", RecoveryProblem.ANSWER_WRONG.title()));
    }
    return mailed(ticket, holder.get());
  }

  /**
   * Notifies the user when too many wrong answers lock the recovery. Later tries notify the user
   * too, if an earlier request stopped between the count and the notice.
   */
  private void tellLock(UserAttempts.Counted counted, String userId) {
    if (counted.last() && !counted.told()) {
      notice.tell(userId);
    }
  }

  private Mailed mailed(RecoveryTicket.Asked ticket, Member holder) {
    Duration life = Duration.ofMinutes(city.security().codes().minutes());
    RecoveryTicket.Answered answered =
        new RecoveryTicket.Answered(
            holder.userId(),
            ticket.begun(),
            clock.instant().plus(life),
            ids.digits(),
            holder.email(),
            holder.accountName());
    mailer.send(
        holder.recipient(),
        Mail.RECOVERY_CODE,
        Map.of("code", answered.code(), "minutes", Long.toString(life.toMinutes())));
    return new Mailed(answered.sealed(box), answered.ends());
  }
}
