package org.permitportal.users;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way from a password through challenges to tokens, and their exchange, in one pool. There is
 * one of these named {@code contractors} and one named {@code staff}.
 */
public interface SignIn {
  /** Cognito doesn't say how long its lock lasts: between a second and a quarter of an hour. */
  Duration LOCK = Duration.ofMinutes(1);

  /**
   * Tries a password. Whoever is not there, disabled or not confirmed looks like somebody whose
   * password was wrong; one call of the pool in each case.
   *
   * @param userId the pool's username; it may be one that nobody has
   */
  Outcome begin(String userId, Password password);

  /** Answers with an authenticator app's code, also the one that ends an enrolment. */
  Outcome answer(Challenge challenge, String code);

  /** Answers with the person's own password in place of a temporary one. */
  Outcome answer(Challenge challenge, Password own);

  /**
   * Exchanges a refresh token: a new one each time; the old one can be exchanged again for a
   * minute, for answers that got lost.
   *
   * @return nothing when it is not valid (any more)
   */
  Optional<Tokens> refresh(String refreshToken);

  /** Ends the session of a refresh token; nothing happens when it has ended or never was one. */
  void revoke(String refreshToken);

  /** What came of a try. */
  sealed interface Outcome {
    /** Signed in. */
    record SignedIn(Tokens tokens) implements Outcome {}

    /** Something else is asked for first. */
    record Asked(Challenge challenge) implements Outcome {}

    /** Wrong name or password, or no sign-in at all. */
    record Refused() implements Outcome {}

    /** The pool takes no password of this user for a while: too many were wrong. */
    record Locked() implements Outcome {}

    /** A code that isn't valid now; the challenge goes on. */
    record WrongCode() implements Outcome {}

    /** An own password that the pool doesn't take; the challenge goes on. */
    record UnfitPassword() implements Outcome {}

    /** The challenge has ended; the sign-in begins anew. */
    record Ended() implements Outcome {}
  }

  /** What is asked for. */
  enum Ask {
    /** An own password in place of the temporary one. */
    NEW_PASSWORD,
    /** To enrol an authenticator app and prove it with a code. */
    ENROL_AUTHENTICATOR,
    /** A code of the enrolled authenticator app. */
    AUTHENTICATOR_CODE
  }

  /**
   * A sign-in on its way.
   *
   * @param session the pool's, good for some minutes; each answer has a new one
   * @param secret what the authenticator app is to be told (base 32), where one is to be enrolled
   */
  record Challenge(Ask ask, String userId, String session, @Nullable String secret) {
    @Override
    public String toString() {
      return "Challenge[" + ask + "]";
    }
  }

  /**
   * A session's tokens and what they say of it.
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
