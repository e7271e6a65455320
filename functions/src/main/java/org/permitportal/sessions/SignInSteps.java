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
import org.permitportal.users.UserAttempts;
import org.permitportal.users.UserAttempts.Of;
import org.permitportal.users.UserProblem;

/** The steps of a sign-in, counted: wrong passwords and wrong codes together, as Cognito does. */
final class SignInSteps {
  private final SignIn signIn;
  private final UserAttempts userAttempts;
  private final Provider<PasswordRules> rules;
  private final City city;
  private final Of of;

  /**
   * Begins with a pool.
   *
   * @param rules read only when a password is set
   * @param of what is tried: it keeps the counts of different pools apart
   */
  SignInSteps(
      SignIn signIn, UserAttempts userAttempts, Provider<PasswordRules> rules, City city, Of of) {
    this.signIn = signIn;
    this.userAttempts = userAttempts;
    this.rules = rules;
    this.city = city;
    this.of = of;
  }

  /**
   * What a step came to.
   *
   * @param passed ends the count of the tries that led here, once somebody is signed in
   */
  record Step(Outcome outcome, Write passed) {}

  /** A password is tried: one write and one call of the pool, whoever it is. */
  Step begin(String userId, String address, String password) {
    userAttempts.count(of, userId, address);
    Outcome outcome = signIn.begin(userId, Password.of(password));
    // Cognito locks only whom it has: that must not tell who is there.
    return step(
        outcome instanceof Outcome.Locked ? new Outcome.Refused() : outcome, userId, address);
  }

  /** The same for a try that is counted already. */
  Step beginAgain(String userId, String address, String password) {
    return step(signIn.begin(userId, Password.of(password)), userId, address);
  }

  /**
   * What was asked for is answered.
   *
   * @throws Problem 401 when it was not asked, or too long ago
   */
  Step answer(
      String challenge, String address, @Nullable String code, @Nullable String newPassword) {
    Challenge asked =
        ClientTickets.challenge(challenge)
            .orElseThrow(() -> Problem.of(SessionProblem.CHALLENGE_ENDED));
    if (asked.ask() == Ask.NEW_PASSWORD) {
      return step(signIn.answer(asked, good(newPassword, asked.userId())), asked.userId(), address);
    }
    if (code == null) {
      throw Problem.invalid("code", "REQUIRED", "Type the code of your authenticator app.");
    }
    userAttempts.count(of, asked.userId(), address);
    return step(signIn.answer(asked, code), asked.userId(), address);
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

  private Step step(Outcome outcome, String userId, String address) {
    return switch (outcome) {
      case Outcome.SignedIn _, Outcome.Asked _ ->
          new Step(outcome, userAttempts.passed(Set.of(of), userId, address));
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
