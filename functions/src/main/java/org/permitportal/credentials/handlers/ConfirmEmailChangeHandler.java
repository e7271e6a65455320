package org.permitportal.credentials.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.permitportal.credentials.ConfirmEmailChange;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.users.Email;

/** {@code POST /v1/account/email/confirmation}: changes the address if the code is right. */
public final class ConfirmEmailChangeHandler
    extends ForApplicant<ConfirmEmailChangeHandler.Request, Void> {
  @Inject ConfirmEmailChange confirmEmailChange;

  public ConfirmEmailChangeHandler() {}

  public ConfirmEmailChangeHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @NotNull @Size(max = Email.MOST) @Pattern(regexp = Email.PATTERN) String email,
      @NotNull @Pattern(regexp = "[0-9]{6}") String code) {
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
    confirmEmailChange.confirm(caller, request.email(), request.code());
    return Reply.nothing();
  }
}
