package org.permitportal.credentials.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.permitportal.credentials.ChangeSecretQuestion;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Text;

/** {@code POST /v1/account/question}: changes the secret question. */
public final class ChangeSecretQuestionHandler
    extends ForApplicant<ChangeSecretQuestionHandler.Request, Void> {
  @Inject ChangeSecretQuestion changeSecretQuestion;

  public ChangeSecretQuestionHandler() {}

  public ChangeSecretQuestionHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @NotNull @Size(min = 1, max = 256) @Pattern(regexp = Text.PRINTABLE) String password,
      @NotNull @Size(min = 1, max = 60) String question,
      @NotNull @Size(min = 1, max = 200) String answer) {
    @Override
    public String toString() {
      return "Request[***]";
    }
  }

  @Override
  protected Set<MemberRole> roles() {
    return ANY_MEMBER;
  }

  @Override
  protected Reply<Void> handle(Request request, Applicant caller) {
    changeSecretQuestion.change(caller, request.password(), request.question(), request.answer());
    return Reply.nothing();
  }
}
