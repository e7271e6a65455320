package org.permitportal.credentials;

import jakarta.inject.Singleton;
import java.util.List;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.accounts.SecurityMail;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.users.Reauthentication;
import org.permitportal.users.SecretQuestions;
import org.permitportal.users.UserPool;

/** Changes a user's secret question. */
@Singleton
public class ChangeSecretQuestion {
  private final SecretQuestions questions;
  private final Reauthentication reauthentication;
  private final MembershipStore memberships;
  private final SecurityMail mail;
  private final UserPool pool;

  ChangeSecretQuestion(
      SecretQuestions questions,
      Reauthentication reauthentication,
      MembershipStore memberships,
      SecurityMail mail,
      UserPool pool) {
    this.questions = questions;
    this.reauthentication = reauthentication;
    this.memberships = memberships;
    this.mail = mail;
    this.pool = pool;
  }

  /**
   * Changes the secret question and its answer.
   *
   * @param question the question's key in the city's file
   * @throws Problem 400 for a wrong password or an invalid field; 429 after too many wrong
   *     passwords; 503 when the mail about the change can't be sent now
   */
  public void change(Applicant applicant, String password, String question, String answer) {
    List<FieldError> errors = questions.errors(question, answer, password);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    reauthentication.check(applicant, "password", password);
    mail.tell(memberships.of(applicant), Mail.CHANGED_QUESTION);
    pool.change(applicant.userId(), questions.answered(question, answer), null);
  }
}
