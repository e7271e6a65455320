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

  /** Ends the user's sessions at the pool; nothing when there is no such user. */
  void signOut(String userId);

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
