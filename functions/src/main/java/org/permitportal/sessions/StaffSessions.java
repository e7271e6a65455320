package org.permitportal.sessions;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;
import org.permitportal.users.SignIn;
import org.permitportal.users.SignIn.Tokens;

/** Refreshes and ends the sessions of the city's staff. */
@Singleton
public class StaffSessions {
  /** How long a refresh token is valid, as set for the pool's client in identity.yaml. */
  static final Duration LIFE = Duration.ofHours(12);

  private final SignIn signIn;

  StaffSessions(@Named("staff") SignIn signIn) {
    this.signIn = signIn;
  }

  /**
   * Continues a session.
   *
   * @throws Problem 401 when the session has ended
   */
  public LoginProgress.SignedIn refresh(String refreshToken) {
    return signIn
        .refresh(refreshToken)
        .map(StaffSessions::signedIn)
        .orElseThrow(() -> Problem.of(RequestProblem.SESSION_ENDED));
  }

  /** Ends a session; does nothing when it has ended or never existed. */
  public void logout(String refreshToken) {
    signIn.revoke(refreshToken);
  }

  static LoginProgress.SignedIn signedIn(Tokens tokens) {
    return LoginProgress.SignedIn.of(tokens, tokens.refreshToken(), LIFE);
  }
}
