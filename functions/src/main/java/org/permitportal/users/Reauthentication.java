package org.permitportal.users;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.Details;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.users.SignIn.Outcome;
import org.permitportal.users.Tries.Of;

/**
 * Asks a signed-in person for the password again, before what guards their identity changes. Wrong
 * ones count together with those of signing in, so that a stolen access token gives no more tries.
 */
@Singleton
public class Reauthentication {
  private final SignIn signIn;
  private final Tries tries;

  public Reauthentication(@Named("contractors") SignIn signIn, Tries tries) {
    this.signIn = signIn;
    this.tries = tries;
  }

  /**
   * Checks the password of who calls; the session that the pool opens by it is ended at once.
   *
   * @param field the request's field, named when the password is wrong
   * @throws Problem 400 when it is wrong, 429 when too many were
   */
  public void check(Applicant applicant, String field, String password) {
    String address = applicant.origin().address();
    tries.count(Of.PASSWORD, applicant.userId(), address);
    switch (signIn.begin(applicant.userId(), Password.of(password))) {
      case Outcome.SignedIn(SignIn.Tokens tokens) -> signIn.revoke(tokens.refreshToken());
      case Outcome.Asked _ -> {
        // A second factor comes after the password only.
      }
      case Outcome.Locked _ ->
          throw Problem.of(UserProblem.SIGN_IN_LOCKED, Details.NONE.withRetryAfter(SignIn.LOCK));
      case Outcome.Refused _, Outcome.WrongCode _, Outcome.UnfitPassword _, Outcome.Ended _ ->
          throw Problem.of(
              UserProblem.PASSWORD_WRONG,
              new FieldError(field, "WRONG", UserProblem.PASSWORD_WRONG.title()));
    }
    tries.pass(Of.PASSWORD, applicant.userId(), address);
  }
}
