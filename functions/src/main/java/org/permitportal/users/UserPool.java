package org.permitportal.users;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The users who can sign in, as far as the portal creates and removes them. Every step can be
 * repeated, so a use case that broke off is simply run again. Ids are the pool's usernames.
 */
public interface UserPool {
  /**
   * Creates the user with this id, or takes an existing one, and sets this question and password.
   * The user can't sign in until {@link #enable}.
   */
  void prepare(String userId, Question question, Password password);

  /**
   * Changes the question, the password or both of an existing user; null leaves a value as it is.
   *
   * @throws java.util.NoSuchElementException when there is no such user
   */
  void change(String userId, @Nullable Question question, @Nullable Password password);

  /**
   * Lets the user sign in.
   *
   * @throws java.util.NoSuchElementException when there is no such user
   */
  void enable(String userId);

  /**
   * Keeps the user from signing in and ends the user's sessions. Does nothing when there is no such
   * user.
   */
  void disable(String userId);

  /**
   * Ends every session of the user at the pool, so that none of the user's refresh tokens is valid
   * any more. Does nothing when there is no such user.
   */
  void signOut(String userId);

  /**
   * Sets whether each sign-in from now on asks the user for an authenticator app's code.
   *
   * @throws java.util.NoSuchElementException when there is no such user
   */
  void secondFactor(String userId, boolean on);

  /**
   * Finds the user's secret question. Takes one call whether or not there is such a user.
   *
   * @return the question, or empty when there is no such user or the user has no question
   */
  Optional<Question> question(String userId);

  /** Removes the user. Does nothing when there is none. */
  void delete(String userId);

  /**
   * A secret question and the hash of its answer.
   *
   * @param key the question's key in the city's file
   * @param answerHash from {@link SecretAnswer#hash}
   */
  record Question(String key, String answerHash) {
    @Override
    public String toString() {
      return "Question[" + key + "]";
    }
  }
}
