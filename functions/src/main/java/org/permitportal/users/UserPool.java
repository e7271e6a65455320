package org.permitportal.users;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates, changes and removes the users who can sign in. Every call can be repeated, so a use case
 * that stopped early can be run again. A user's id is the pool's username.
 */
public interface UserPool {
  /**
   * Creates the user with this id, or takes the existing one, and sets the question and the
   * password. The user can't sign in until {@link #enable}.
   */
  void prepare(String userId, Question question, Password password);

  /**
   * Changes the question, the password or both of an existing user; a null value is not changed.
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
   * Sets whether the user's sign-ins ask for an authenticator app's code from now on.
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

  /** Removes the user. Does nothing when there is no such user. */
  void delete(String userId);

  /**
   * A secret question and the hash of its answer.
   *
   * @param key the question's key in the city's file
   * @param answerHash the answer's hash, as {@link SecretAnswer#hash} makes it
   */
  record Question(String key, String answerHash) {
    @Override
    public String toString() {
      return "Question[" + key + "]";
    }
  }
}
