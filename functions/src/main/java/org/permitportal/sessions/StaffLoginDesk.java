package org.permitportal.sessions;

import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Attempts;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.sessions.SignInSteps.Step;
import org.permitportal.users.Email;
import org.permitportal.users.PasswordRules;
import org.permitportal.users.SignIn;
import org.permitportal.users.SignIn.Challenge;
import org.permitportal.users.SignIn.Outcome;
import org.permitportal.users.SignIn.Tokens;

/** How the city's staff sign in: by a password and an authenticator app's code, always both. */
@Singleton
public class StaffLoginDesk {
  private final Attempts attempts;
  private final SignInSteps steps;
  private final City city;

  StaffLoginDesk(
      @Named("staff") SignIn signIn, Attempts attempts, Provider<PasswordRules> rules, City city) {
    this.attempts = attempts;
    this.steps = new SignInSteps(signIn, attempts, rules, city, "staff");
    this.city = city;
  }

  /** Begins with the e-mail address, which is the pool's username, and the password. */
  public Progress login(String email, String password, String address) {
    String user = Email.find(email).map(Email::value).orElse(email);
    return progress(steps.begin(user, address, password));
  }

  /**
   * Answers what was asked for in signing in.
   *
   * @throws Problem 401 when it was not asked, or too long ago
   */
  public Progress answer(
      String challenge, @Nullable String code, @Nullable String newPassword, String address) {
    return progress(steps.answer(challenge, address, code, newPassword));
  }

  private Progress progress(Step step) {
    return switch (step.outcome()) {
      case Outcome.SignedIn(Tokens tokens) -> {
        attempts.forget(step.tries());
        yield StaffSessionDesk.signedIn(tokens);
      }
      case Outcome.Asked(Challenge challenge) -> Progress.Asked.of(challenge, city.name());
      default -> throw new IllegalStateException("Already refused: " + step.outcome());
    };
  }
}
