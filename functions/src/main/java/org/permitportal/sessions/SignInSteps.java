package org.permitportal.sessions;

import jakarta.inject.Provider;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.Details;
import org.permitportal.platform.Write;
import org.permitportal.users.Password;
import org.permitportal.users.PasswordRules;
import org.permitportal.users.SignIn;
import org.permitportal.users.SignIn.Ask;
import org.permitportal.users.SignIn.Challenge;
import org.permitportal.users.SignIn.Outcome;
import org.permitportal.users.SignIn.Tokens;
import org.permitportal.users.UserAttempts;
import org.permitportal.users.UserAttempts.Of;
import org.permitportal.users.UserProblem;

/**
 * Runs the steps of a sign-in and counts the tries. Wrong passwords and wrong codes count together,
 * as they do at Cognito.
 */
final class SignInSteps {
  private final SignIn signIn;
  private final UserAttempts userAttempts;
  private final Provider<PasswordRules> rules;
  private final City city;
  private final Of of;

  /**
   * Makes the steps of one pool.
   *
   * @param rules the password rules, which are read only when a password is set
   * @param of the kind of tries to count; each pool has its own kind
   */
  SignInSteps(
      SignIn signIn, UserAttempts userAttempts, Provider<PasswordRules> rules, City city, Of of) {
    this.signIn = signIn;
    this.userAttempts = userAttempts;
    this.rules = rules;
    this.city = city;
    this.of = of;
  }

  /** Opens a session after the last step. */
  interface Opening {
    /**
     * Opens the session.
     *
     * @param passed the write that resets the counts of tries, see {@link UserAttempts#passed}
     */
    LoginProgress.SignedIn open(Tokens tokens, Write passed);
  }

  /** Tries a password. Takes one write and one call to the pool, whether or not the user exists. */
  LoginProgress begin(String userId, String address, String password, Opening opening) {
    userAttempts.count(of, userId, address);
    Outcome outcome = signIn.begin(userId, Password.of(password));
    // Cognito locks only users who exist. The answer must not reveal who exists.
    return step(
        outcome instanceof Outcome.Locked ? new Outcome.Refused() : outcome,
        userId,
        address,
        opening);
  }

  /** Tries a password without counting the try, because it is counted already. */
  LoginProgress beginAgain(String userId, String address, String password, Opening opening) {
    return step(signIn.begin(userId, Password.of(password)), userId, address, opening);
  }

  /**
   * Answers a challenge.
   *
   * @throws Problem 400 for a wrong code or an unacceptable new password; 401 when there is no such
   *     challenge, or it has expired; 429 after too many tries
   */
  LoginProgress answer(
      String challenge,
      String address,
      @Nullable String code,
      @Nullable String newPassword,
      Opening opening) {
    Challenge asked =
        ClientTickets.challenge(challenge)
            .orElseThrow(() -> Problem.of(SessionProblem.CHALLENGE_ENDED));
    if (asked.ask() == Ask.NEW_PASSWORD) {
      Password good = good(newPassword, asked.userId());
      return step(signIn.answer(asked, good), asked.userId(), address, opening);
    }
    if (code == null) {
      throw Problem.invalid("code", "REQUIRED", "Type the code from your authenticator app.");
    }
    userAttempts.count(of, asked.userId(), address);
    return step(signIn.answer(asked, code), asked.userId(), address, opening);
  }

  private Password good(@Nullable String typed, String userId) {
    if (typed == null) {
      throw Problem.invalid("newPassword", "REQUIRED", "Choose a password.");
    }
    Password password = Password.of(typed);
    rules
        .get()
        .check("newPassword", password, List.of(userId.split("@", 2)[0], city.name()))
        .ifPresent(
            error -> {
              throw Problem.invalid(List.of(error));
            });
    return password;
  }

  private LoginProgress step(Outcome outcome, String userId, String address, Opening opening) {
    return switch (outcome) {
      case Outcome.SignedIn(Tokens tokens) ->
          opening.open(tokens, userAttempts.passed(Set.of(of), userId, address));
      case Outcome.Asked(Challenge next) -> LoginProgress.Asked.of(next, city.name());
      case Outcome.Refused _ -> throw Problem.of(SessionProblem.WRONG_CREDENTIALS);
      case Outcome.Locked _ ->
          throw Problem.of(UserProblem.SIGN_IN_LOCKED, Details.NONE.withRetryAfter(SignIn.LOCK));
      case Outcome.WrongCode _ -> throw Problem.of(UserProblem.CODE_NOT_VALID);
      case Outcome.UnfitPassword _ ->
          throw Problem.invalid("newPassword", "INVALID", "Choose another password.");
      case Outcome.Ended _ -> throw Problem.of(SessionProblem.CHALLENGE_ENDED);
    };
  }
}
