package org.permitportal.users;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.Details;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.users.SignIn.Challenge;
import org.permitportal.users.SignIn.Outcome;
import org.permitportal.users.UserAttempts.Of;

/**
 * Asks a signed-in person for the password again, before what guards their identity changes. Wrong
 * ones count together with those of signing in, so that a stolen access token gives no more tries.
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
   * Checks the password of who calls.
   *
   * @param field the request's field, named when the password is wrong
   * @return whether a second factor would be asked for at signing in
   * @throws Problem 400 when it is wrong, 429 when too many were
   */
  public boolean check(Applicant applicant, String field, String password) {
    return begin(applicant, field, password).isPresent();
  }

  /**
   * The same; the session that the pool opens by it is ended at once.
   *
   * @return what is asked for besides the password, for {@link #prove}
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
          // A second factor comes after the password only.
          case Outcome.Asked(Challenge challenge) -> Optional.of(challenge);
          case Outcome.Locked _ -> throw locked();
          case Outcome.Refused _, Outcome.WrongCode _, Outcome.UnfitPassword _, Outcome.Ended _ ->
              throw refused(UserProblem.PASSWORD_WRONG, field);
        };
    userAttempts.pass(Of.PASSWORD, applicant.userId(), address);
    return asked;
  }

  /**
   * Checks the second factor too. Wrong codes have a count of their own, which the right password
   * does not end.
   *
   * @param field the request's field, named when the code is wrong
   * @throws Problem 400 when it is wrong, 429 when too many were
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
   * Counts a try of a code of who calls.
   *
   * @throws Problem 429 when too many were wrong
   */
  public void countCode(Applicant applicant) {
    userAttempts.count(Of.CODE, applicant.userId(), applicant.origin().address());
  }

  /** Ends the count of codes after a right one. */
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
