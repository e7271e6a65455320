package org.permitportal.credentials.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.permitportal.credentials.AnswerQuestion;
import org.permitportal.credentials.AnswerQuestion.Mailed;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.SecretBox;

/** {@code POST /v1/recovery/answer}: mails a code if the answer to the secret question is right. */
public final class AnswerQuestionHandler
    extends ForAnyone<AnswerQuestionHandler.Request, AnswerQuestionHandler.CodeMailed> {
  @Inject AnswerQuestion answerQuestion;

  public AnswerQuestionHandler() {}

  public AnswerQuestionHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @NotNull @Size(max = 4096) @Pattern(regexp = SecretBox.PATTERN) String recovery,
      @NotNull @Size(min = 1, max = 200) String answer) {
    @Override
    public String toString() {
      return "Request[***]";
    }
  }

  /**
   * The response. The client must send the ticket {@code recovery} with the code in the last step.
   */
  @Serdeable
  public record CodeMailed(String recovery, Instant expiresAt) {
    @Override
    public String toString() {
      return "CodeMailed[***]";
    }
  }

  @Override
  protected Reply<CodeMailed> handle(Request request, Anyone caller) {
    Mailed mailed = answerQuestion.answer(request.recovery(), request.answer(), caller.origin());
    return Reply.ok(new CodeMailed(mailed.recovery(), mailed.expiresAt()));
  }
}
