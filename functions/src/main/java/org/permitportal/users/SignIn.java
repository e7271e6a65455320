package org.permitportal.users;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in to one user pool. A sign-in begins with a password, may continue with challenges,
 * and ends with tokens. This interface also renews and ends sessions by their refresh tokens. There
 * are two beans, named {@code contractors} and {@code staff}.
 */
public interface SignIn {
  /**
   * The waiting time that we tell a locked user. Cognito's lock lasts between one second and 15
   * minutes, but Cognito doesn't say how long.
   */
  Duration LOCK = Duration.ofMinutes(1);

  /**
   * Tries a password. A user who doesn't exist, is disabled or is not confirmed gets the same
   * outcome as a wrong password. Each of these cases takes one call to the pool.
   *
   * @param userId the pool's username; the user need not exist
   */
  Outcome begin(String userId, Password password);

  /**
   * Answers a challenge with an authenticator app's code, including the code that completes an
   * enrollment.
   */
  Outcome answer(Challenge challenge, String code);

  /**
   * Answers a challenge with a password that the person chose. It replaces the temporary password.
   */
  Outcome answer(Challenge challenge, Password own);

  /**
   * Exchanges a refresh token for new tokens. Each exchange returns a new refresh token. The old
   * token can be exchanged again for one minute, in case the answer got lost.
   *
   * @return the tokens, or empty when the refresh token is not valid
   */
  Optional<Tokens> refresh(String refreshToken);

  /**
   * Ends the session of a refresh token. Does nothing when the session has ended or never existed.
   */
  void revoke(String refreshToken);

  /** The outcome of a sign-in step. */
  sealed interface Outcome {
    /** The person is signed in. */
    record SignedIn(Tokens tokens) implements Outcome {}

    /** The pool asks for the answer to a challenge first. */
    record Asked(Challenge challenge) implements Outcome {}

    /** The user or password is wrong, or the user can't sign in. */
    record Refused() implements Outcome {}

    /** The pool accepts no password of this user for a while, because too many were wrong. */
    record Locked() implements Outcome {}

    /** The code isn't valid now; the challenge stays open. */
    record WrongCode() implements Outcome {}

    /** The pool doesn't accept the chosen password; the challenge stays open. */
    record UnfitPassword() implements Outcome {}

    /** The challenge has ended; the person must sign in from the start. */
    record Ended() implements Outcome {}
  }

  /** What a challenge asks for. */
  enum Ask {
    /** A password that the person chooses, in place of the temporary password. */
    NEW_PASSWORD,
    /** Enrollment of an authenticator app, proved with a code. */
    ENROL_AUTHENTICATOR,
    /** A code from the enrolled authenticator app. */
    AUTHENTICATOR_CODE
  }

  /**
   * A challenge. The sign-in waits for its answer.
   *
   * @param session the pool's session of this sign-in, valid for some minutes; the next challenge
   *     has a new one
   * @param secret the secret (base 32) for an authenticator app to enroll; null for other
   *     challenges
   */
  record Challenge(Ask ask, String userId, String session, @Nullable String secret) {
    @Override
    public String toString() {
      return "Challenge[" + ask + "]";
    }
  }

  /**
   * A session's tokens, and the claims in them about the session.
   *
   * @param expiresIn how long the access token is valid, in seconds
   * @param session the claim {@code origin_jti}, which is the same in every token of this session
   * @param authTime when the person signed in, in whole seconds
   */
  record Tokens(
      String accessToken,
      long expiresIn,
      String refreshToken,
      String userId,
      String session,
      Instant authTime) {
    @Override
    public String toString() {
      return "Tokens[***]";
    }
  }
}
