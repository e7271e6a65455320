package org.permitportal.sessions;

import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Table;
import org.permitportal.sessions.SignInSteps.Step;
import org.permitportal.users.Email;
import org.permitportal.users.PasswordRules;
import org.permitportal.users.SignIn;
import org.permitportal.users.SignIn.Challenge;
import org.permitportal.users.SignIn.Outcome;
import org.permitportal.users.SignIn.Tokens;
import org.permitportal.users.UserAttempts;
import org.permitportal.users.UserAttempts.Of;

/** Signs the city's staff in, always with both a password and an authenticator app's code. */
@Singleton
public class StaffLogin {
  private final SignInSteps steps;
  private final City city;

  StaffLogin(
      @Named("staff") SignIn signIn,
      UserAttempts userAttempts,
      Provider<PasswordRules> rules,
      City city) {
    this.steps = new SignInSteps(signIn, userAttempts, rules, city, Of.STAFF_PASSWORD);
    this.city = city;
  }

  /** Begins a sign-in with the e-mail address, which is the pool's username, and the password. */
  public LoginProgress login(String email, String password, String address) {
    String user = Email.find(email).map(Email::value).orElse(email);
    return progress(steps.begin(user, address, password));
  }

  /**
   * Answers the challenge of a sign-in.
   *
   * @throws Problem 401 when there was no such challenge, or it is too long ago
   */
  public LoginProgress answer(
      String challenge, @Nullable String code, @Nullable String newPassword, String address) {
    return progress(steps.answer(challenge, address, code, newPassword));
  }

  private LoginProgress progress(Step step) {
    return switch (step.outcome()) {
      case Outcome.SignedIn(Tokens tokens) -> {
        Table.run(step.passed());
        yield StaffSessions.signedIn(tokens);
      }
      case Outcome.Asked(Challenge challenge) -> LoginProgress.Asked.of(challenge, city.name());
      default -> throw new IllegalStateException("Already refused: " + step.outcome());
    };
  }
}
