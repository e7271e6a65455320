package org.permitportal.users;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.users.UserPool.Question;

/**
 * Checks new secret questions and answers, hashes answers for storage, and checks whether an answer
 * is right.
 */
@Singleton
public class SecretQuestions {
  private final City city;
  private final SecureRandom random = new SecureRandom();

  public SecretQuestions(City city) {
    this.city = city;
  }

  /**
   * Returns the errors of the fields {@code question} and {@code answer}.
   *
   * @param question the key of a question in the city's file
   * @param password the password typed in the same form, or null; the answer must differ from it
   */
  public List<FieldError> errors(
      @Nullable String question, @Nullable String answer, @Nullable String password) {
    List<FieldError> errors = new ArrayList<>();
    if (question == null) {
      errors.add(new FieldError("question", "REQUIRED", "Choose a question."));
    } else if (city.security().secretQuestions().stream()
        .noneMatch(q -> q.key().equals(question))) {
      errors.add(new FieldError("question", "INVALID", "There is no such question."));
    }
    if (answer == null) {
      errors.add(new FieldError("answer", "REQUIRED", "Answer the question."));
    } else if (SecretAnswer.of(answer).tooShort()) {
      errors.add(
          new FieldError(
              "answer",
              "TOO_SHORT",
              "Answer with at least " + SecretAnswer.FEWEST + " letters or digits."));
    } else if (answer.equals(password)) {
      errors.add(new FieldError("answer", "SAME_AS_PASSWORD", "The answer can't be the password."));
    }
    return errors;
  }

  /** Returns the question with the hash of its answer, as the pool stores it. */
  public Question answered(String question, String answer) {
    return new Question(
        question, SecretAnswer.of(answer).hash(city.security().secretAnswers(), random));
  }

  /**
   * Returns whether an answer is right. The check takes the same work when the user has no
   * question.
   */
  public boolean isRight(Optional<Question> question, String answer) {
    return SecretAnswer.of(answer)
        .matches(
            question
                .map(Question::answerHash)
                .orElseGet(() -> SecretAnswer.hashOfNone(city.security().secretAnswers())));
  }
}
