package org.permitportal.sessions;

import jakarta.inject.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Attempts;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.Details;
import org.permitportal.users.Password;
import org.permitportal.users.PasswordRules;
import org.permitportal.users.Reauthentication;
import org.permitportal.users.SignIn;
import org.permitportal.users.SignIn.Ask;
import org.permitportal.users.SignIn.Challenge;
import org.permitportal.users.SignIn.Outcome;
import org.permitportal.users.UserProblem;

/** The steps of a sign-in, counted. */
final class SignInSteps {
  private final SignIn signIn;
  private final Attempts attempts;
  private final Provider<PasswordRules> rules;
  private final City city;
  private final String purpose;

  /**
   * Begins with a pool.
   *
   * @param rules read only when a password is set
   * @param purpose keeps the counts of different pools apart
   */
  SignInSteps(
      SignIn signIn, Attempts attempts, Provider<PasswordRules> rules, City city, String purpose) {
    this.signIn = signIn;
    this.attempts = attempts;
    this.rules = rules;
    this.city = city;
    this.purpose = purpose;
  }

  /**
   * What a step came to.
   *
   * @param tries the key of the tries that led here, to be forgotten once somebody is signed in
   */
  record Step(Outcome outcome, String tries) {}

  /** A password is tried: one write and one call of the pool, whoever it is. */
  Step begin(String userId, String address, String password) {
    String tries = tries(userId, address);
    attempts.count(tries, SignIn.TRIES, SignIn.WINDOW);
    return step(signIn.begin(userId, Password.of(password)), tries);
  }

  /** The same for a try that is counted already. */
  Step beginAgain(String userId, String address, String password) {
    return step(signIn.begin(userId, Password.of(password)), tries(userId, address));
  }

  /**
   * What was asked for is answered.
   *
   * @throws Problem 401 when it was not asked, or too long ago
   */
  Step answer(
      String challenge, String address, @Nullable String code, @Nullable String newPassword) {
    Challenge asked =
        Sealed.challenge(challenge).orElseThrow(() -> Problem.of(SessionProblem.CHALLENGE_ENDED));
    String tries = tries(asked.userId(), address);
    if (asked.ask() == Ask.NEW_PASSWORD) {
      return step(signIn.answer(asked, good(newPassword, asked.userId())), tries);
    }
    if (code == null) {
      throw Problem.invalid("code", "REQUIRED", "Type the code of your authenticator app.");
    }
    attempts.count(tries, SignIn.TRIES, SignIn.WINDOW);
    return step(signIn.answer(asked, code), tries);
  }

  /** Wrong passwords and wrong codes are counted together, as Cognito counts them. */
  private String tries(String userId, String address) {
    return Reauthentication.tries(purpose, userId, address);
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

  private static Step step(Outcome outcome, String tries) {
    return switch (outcome) {
      case Outcome.SignedIn _, Outcome.Asked _ -> new Step(outcome, tries);
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
