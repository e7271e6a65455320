package org.permitportal.users;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.permitportal.platform.Attempts;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.CallerNetwork;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.Details;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.users.SignIn.Outcome;

/**
 * Asks a signed-in person for the password again, before what guards their identity changes. Wrong
 * ones count together with those of signing in, so that a stolen access token gives no more tries.
 */
@Singleton
public class Reauthentication {
  private final SignIn signIn;
  private final Attempts attempts;

  public Reauthentication(@Named("contractors") SignIn signIn, Attempts attempts) {
    this.signIn = signIn;
    this.attempts = attempts;
  }

  /**
   * What a caller's tries for a user are counted by.
   *
   * @param purpose keeps the counts of different pools apart
   */
  public static String tries(String purpose, String userId, String address) {
    // Staff's user names differ in more than case, and a challenge names the user as the client
    // will.
    return purpose + "#" + userId.toLowerCase(Locale.ROOT) + "#" + CallerNetwork.of(address);
  }

  /**
   * Checks the password of who calls; the session that the pool opens by it is ended at once.
   *
   * @param field the request's field, named when the password is wrong
   * @throws Problem 400 when it is wrong, 429 when too many were
   */
  public void check(Applicant applicant, String field, String password) {
    String tries = tries("login", applicant.userId(), applicant.origin().address());
    attempts.count(tries, SignIn.TRIES, SignIn.WINDOW);
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
    attempts.forget(tries);
  }
}
