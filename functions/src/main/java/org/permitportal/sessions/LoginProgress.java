package org.permitportal.sessions;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.permitportal.users.AuthenticatorApp;
import org.permitportal.users.SignIn.Ask;
import org.permitportal.users.SignIn.Challenge;
import org.permitportal.users.SignIn.Tokens;

/** The state of a sign-in after one of its steps. */
public sealed interface LoginProgress {
  /**
   * The person is signed in.
   *
   * @param expiresIn how long the access token is valid, in seconds
   * @param refreshToken the secret that a client presents to continue the session
   * @param life how long the refresh token is valid
   */
  record SignedIn(String accessToken, long expiresIn, String refreshToken, Duration life)
      implements LoginProgress {
    static SignedIn of(Tokens tokens, String refreshToken, Duration life) {
      return new SignedIn(tokens.accessToken(), tokens.expiresIn(), refreshToken, life);
    }

    @Override
    public String toString() {
      return "SignedIn[***]";
    }
  }

  /**
   * The sign-in asks for the answer to a challenge first.
   *
   * @param challenge the challenge to send back with the answer
   * @param secret the authenticator app's secret when an app must be enrolled, otherwise null; it
   *     is shown only once
   * @param otpauth the secret as an {@code otpauth:} address for a QR code
   */
  record Asked(Ask ask, String challenge, @Nullable String secret, @Nullable String otpauth)
      implements LoginProgress {
    static Asked of(Challenge challenge, String issuer) {
      String secret = challenge.secret();
      String otpauth =
          secret == null ? null : AuthenticatorApp.address(issuer, challenge.userId(), secret);
      return new Asked(challenge.ask(), ClientTickets.text(challenge), secret, otpauth);
    }

    @Override
    public String toString() {
      return "Asked[" + ask + "]";
    }
  }
}
