package org.permitportal.users;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.permitportal.platform.Attempts;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.CallerNetwork;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.Details;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.users.SignIn.Challenge;
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
    String tries = tries("login", applicant.userId(), applicant.origin().address());
    attempts.count(tries, SignIn.TRIES, SignIn.WINDOW);
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
    attempts.forget(tries);
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
    String tries = countCode(applicant);
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
    attempts.forget(tries);
  }

  /**
   * Counts a try of a code of who calls.
   *
   * @return the key of the tries, to be forgotten when it was right
   * @throws Problem 429 when too many were wrong
   */
  public String countCode(Applicant applicant) {
    String tries = tries("code", applicant.userId(), applicant.origin().address());
    attempts.count(tries, SignIn.TRIES, SignIn.WINDOW);
    return tries;
  }

  private static Problem locked() {
    return Problem.of(UserProblem.SIGN_IN_LOCKED, Details.NONE.withRetryAfter(SignIn.LOCK));
  }

  private static Problem refused(UserProblem problem, String field) {
    return Problem.of(problem, new FieldError(field, "WRONG", problem.title()));
  }
}
