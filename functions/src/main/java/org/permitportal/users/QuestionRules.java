package org.permitportal.users;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem.FieldError;

/** What a new secret question and its answer have to be. */
@Singleton
public class QuestionRules {
  private final City city;

  public QuestionRules(City city) {
    this.city = city;
  }

  /**
   * What is wrong with them; fields {@code question} and {@code answer}.
   *
   * @param password typed beside them, or null
   */
  public List<FieldError> check(
      @Nullable String question, @Nullable String answer, @Nullable String password) {
    List<FieldError> errors = new ArrayList<>();
    if (question == null) {
      errors.add(new FieldError("question", "REQUIRED", "Choose a question."));
    } else if (city.secretQuestions().stream().noneMatch(q -> q.key().equals(question))) {
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
}
