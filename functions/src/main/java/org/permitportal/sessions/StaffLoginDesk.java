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
import org.permitportal.users.Tries;
import org.permitportal.users.Tries.Of;

/** How the city's staff sign in: by a password and an authenticator app's code, always both. */
@Singleton
public class StaffLoginDesk {
  private final SignInSteps steps;
  private final City city;

  StaffLoginDesk(
      @Named("staff") SignIn signIn, Tries tries, Provider<PasswordRules> rules, City city) {
    this.steps = new SignInSteps(signIn, tries, rules, city, Of.STAFF_PASSWORD);
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
        Table.run(step.passed());
        yield StaffSessionDesk.signedIn(tokens);
      }
      case Outcome.Asked(Challenge challenge) -> Progress.Asked.of(challenge, city.name());
      default -> throw new IllegalStateException("Already refused: " + step.outcome());
    };
  }
}
