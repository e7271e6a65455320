package org.permitportal.sessions;

import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Attempts;
import org.permitportal.platform.City;
import org.permitportal.platform.CommonProblem;
import org.permitportal.platform.Problem;
import org.permitportal.sessions.SignInSteps.Step;
import org.permitportal.users.Email;
import org.permitportal.users.PasswordRules;
import org.permitportal.users.SignIn;
import org.permitportal.users.SignIn.Challenge;
import org.permitportal.users.SignIn.Outcome;
import org.permitportal.users.SignIn.Tokens;

/** Sessions of the city's staff: a password and a code of an authenticator app, always both. */
@Singleton
public class StaffDesk {
  /** As the client in identity.yaml has it. */
  static final Duration LIFE = Duration.ofHours(12);

  private final SignIn signIn;
  private final Attempts attempts;
  private final SignInSteps steps;
  private final City city;

  StaffDesk(
      @Named("staff") SignIn signIn, Attempts attempts, Provider<PasswordRules> rules, City city) {
    this.signIn = signIn;
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

  /**
   * Goes on with a session.
   *
   * @throws Problem 401 when it has ended
   */
  public Progress.SignedIn refresh(String refreshToken) {
    return signIn
        .refresh(refreshToken)
        .map(StaffDesk::signedIn)
        .orElseThrow(() -> Problem.of(CommonProblem.SESSION_ENDED));
  }

  /** Ends a session; nothing happens when it has ended or never was one. */
  public void logout(String refreshToken) {
    signIn.revoke(refreshToken);
  }

  private Progress progress(Step step) {
    attempts.forget(step.tries());
    return switch (step.outcome()) {
      case Outcome.SignedIn(Tokens tokens) -> signedIn(tokens);
      case Outcome.Asked(Challenge challenge) -> Progress.Asked.of(challenge, city.name());
      default -> throw new IllegalStateException("Already refused: " + step.outcome());
    };
  }

  private static Progress.SignedIn signedIn(Tokens tokens) {
    return new Progress.SignedIn(
        tokens.accessToken(), tokens.expiresIn(), tokens.refreshToken(), LIFE);
  }
}
