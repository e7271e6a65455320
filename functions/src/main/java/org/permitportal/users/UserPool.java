package org.permitportal.users;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who can sign in, as far as the portal makes and ends users. Every step can be repeated: a use
 * case that broke off is simply run again. Ids are the pool's usernames.
 */
public interface UserPool {
  /**
   * Makes the user of this id, or takes the one that is there, with this question and password, and
   * keeps it from signing in until {@link #enable}.
   */
  void prepare(String userId, Question question, Password password);

  /**
   * Changes what is given of a user that is there.
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

  /** Keeps the user from signing in and ends its sessions; nothing when there is no such user. */
  void disable(String userId);

  /**
   * Ends every session of the user at the pool: none of its refresh tokens is good any more.
   * Nothing when there is no such user.
   */
  void signOut(String userId);

  /**
   * Asks the user for an authenticator app's code at each sign-in from now on, or no longer.
   *
   * @throws java.util.NoSuchElementException when there is no such user
   */
  void secondFactor(String userId, boolean on);

  /**
   * The user's secret question; one call whether there is such a user or not.
   *
   * @return nothing when there is no such user, or one without a question
   */
  Optional<Question> question(String userId);

  /** Removes the user; nothing when there is none. */
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
