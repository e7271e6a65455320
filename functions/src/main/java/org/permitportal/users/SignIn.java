package org.permitportal.users;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in to one pool: from a password through challenges to tokens. Also renews a session
 * by its refresh token, and ends it. There is one bean named {@code contractors} and one named
 * {@code staff}.
 */
public interface SignIn {
  /**
   * How long we tell a locked user to wait. Cognito's lock lasts between a second and a quarter of
   * an hour, but Cognito doesn't say how long.
   */
  Duration LOCK = Duration.ofMinutes(1);

  /**
   * Tries a password. A user who doesn't exist, is disabled or is not confirmed gets the same
   * outcome as a wrong password. Takes one call of the pool in each case.
   *
   * @param userId the pool's username; the user need not exist
   */
  Outcome begin(String userId, Password password);

  /**
   * Answers a challenge with an authenticator app's code, including the code that completes an
   * enrollment.
   */
  Outcome answer(Challenge challenge, String code);

  /** Answers a challenge with the person's own password, which replaces a temporary one. */
  Outcome answer(Challenge challenge, Password own);

  /**
   * Exchanges a refresh token for new tokens. Each exchange returns a new refresh token. The old
   * one can be exchanged again for a minute, in case an answer got lost.
   *
   * @return the tokens, or empty when the refresh token is not valid or no longer valid
   */
  Optional<Tokens> refresh(String refreshToken);

  /**
   * Ends the session of a refresh token. Does nothing when the session has ended or never existed.
   */
  void revoke(String refreshToken);

  /** The outcome of a sign-in step. */
  sealed interface Outcome {
    /** Signed in. */
    record SignedIn(Tokens tokens) implements Outcome {}

    /** The pool asks for something else first. */
    record Asked(Challenge challenge) implements Outcome {}

    /** The name or password is wrong, or there is no such sign-in. */
    record Refused() implements Outcome {}

    /** The pool accepts no password of this user for a while, because too many were wrong. */
    record Locked() implements Outcome {}

    /** The code isn't valid now; the challenge stays open. */
    record WrongCode() implements Outcome {}

    /** The pool doesn't accept the person's own password; the challenge stays open. */
    record UnfitPassword() implements Outcome {}

    /** The challenge has ended; the person must sign in from the start. */
    record Ended() implements Outcome {}
  }

  /** What a challenge asks for. */
  enum Ask {
    /** The person's own password, in place of the temporary one. */
    NEW_PASSWORD,
    /** Enrollment of an authenticator app, proved with a code. */
    ENROL_AUTHENTICATOR,
    /** A code of the enrolled authenticator app. */
    AUTHENTICATOR_CODE
  }

  /**
   * A sign-in that waits for an answer.
   *
   * @param session the pool's session, valid for some minutes; each answer has a new one
   * @param secret the secret (base 32) for an authenticator app that is to be enrolled; null
   *     otherwise
   */
  record Challenge(Ask ask, String userId, String session, @Nullable String secret) {
    @Override
    public String toString() {
      return "Challenge[" + ask + "]";
    }
  }

  /**
   * A session's tokens and what they say about it.
   *
   * @param expiresIn the access token's life in seconds
   * @param session {@code origin_jti}: the same in every token of this session
   * @param authTime when the person proved who they are; whole seconds
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
