package org.permitportal.users;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.Details;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.users.SignIn.Challenge;
import org.permitportal.users.SignIn.Outcome;
import org.permitportal.users.UserAttempts.Of;

/**
 * Checks a signed-in person's password again before an important change, such as a change of the
 * password, the e-mail address or the secret question. Wrong passwords count together with wrong
 * passwords at sign-in, so a stolen access token gives no extra tries.
 */
@Singleton
public class Reauthentication {
  private final SignIn signIn;
  private final UserAttempts userAttempts;

  public Reauthentication(@Named("contractors") SignIn signIn, UserAttempts userAttempts) {
    this.signIn = signIn;
    this.userAttempts = userAttempts;
  }

  /**
   * Checks the caller's password.
   *
   * @param field the request's field that the error names when the password is wrong
   * @return whether a sign-in would also ask for a second factor
   * @throws Problem 400 when the password is wrong, 429 after too many wrong ones
   */
  public boolean check(Applicant applicant, String field, String password) {
    return begin(applicant, field, password).isPresent();
  }

  /**
   * Checks the password of a request that can also come without one.
   *
   * @param password the value of the request's field {@code password}, or null
   * @throws Problem 400 when the password is missing or wrong, 429 after too many wrong ones
   */
  public void require(Applicant applicant, @Nullable String password) {
    if (password == null) {
      throw Problem.invalid("password", "REQUIRED", "Type your password.");
    }
    check(applicant, "password", password);
  }

  /**
   * Checks the caller's password like {@link #check}. If the pool opens a session for this, the
   * session is ended at once.
   *
   * @return the challenge for the second factor, to be answered by {@link #prove}; empty when the
   *     pool asks for no second factor
   */
  public Optional<Challenge> begin(Applicant applicant, String field, String password) {
    String address = applicant.origin().address();
    userAttempts.count(Of.PASSWORD, applicant.userId(), address);
    Optional<Challenge> asked =
        switch (signIn.begin(applicant.userId(), Password.of(password))) {
          case Outcome.SignedIn(SignIn.Tokens tokens) -> {
            signIn.revoke(tokens.refreshToken());
            yield Optional.empty();
          }
          // The pool asks for a second factor only after the right password.
          case Outcome.Asked(Challenge challenge) -> Optional.of(challenge);
          case Outcome.Locked _ -> throw locked();
          case Outcome.Refused _, Outcome.WrongCode _, Outcome.UnfitPassword _, Outcome.Ended _ ->
              throw refused(UserProblem.PASSWORD_WRONG, field);
        };
    userAttempts.pass(Of.PASSWORD, applicant.userId(), address);
    return asked;
  }

  /**
   * Checks the code that {@link #begin} asked for. Wrong codes have their own count. A right
   * password does not reset this count.
   *
   * @param field the request's field that the error names when the code is wrong
   * @throws Problem 400 when the code is wrong, 429 after too many wrong ones
   */
  public void prove(Applicant applicant, Challenge challenge, String field, String code) {
    countCode(applicant);
    switch (signIn.answer(challenge, code)) {
      case Outcome.SignedIn(SignIn.Tokens tokens) -> signIn.revoke(tokens.refreshToken());
      case Outcome.Locked _ -> throw locked();
      case Outcome.WrongCode _,
          Outcome.Refused _,
          Outcome.Asked _,
          Outcome.UnfitPassword _,
          Outcome.Ended _ ->
          throw refused(UserProblem.CODE_NOT_VALID, field);
    }
    passCode(applicant);
  }

  /**
   * Counts one try of the caller to enter a code.
   *
   * @throws Problem 429 after too many wrong codes
   */
  public void countCode(Applicant applicant) {
    userAttempts.count(Of.CODE, applicant.userId(), applicant.origin().address());
  }

  /** Resets the count of code tries after a right code. */
  public void passCode(Applicant applicant) {
    userAttempts.pass(Of.CODE, applicant.userId(), applicant.origin().address());
  }

  private static Problem locked() {
    return Problem.of(UserProblem.SIGN_IN_LOCKED, Details.NONE.withRetryAfter(SignIn.LOCK));
  }

  private static Problem refused(UserProblem problem, String field) {
    return Problem.of(problem, new FieldError(field, "WRONG", problem.title()));
  }
}
