package org.permitportal.credentials.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.permitportal.credentials.RequestEmailChange;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Text;
import org.permitportal.users.Email;

/** {@code POST /v1/account/email}: mails a code to the new address. */
public final class ChangeEmailHandler
    extends ForApplicant<ChangeEmailHandler.Request, RequestEmailChange.Sent> {
  @Inject RequestEmailChange requestEmailChange;

  public ChangeEmailHandler() {}

  public ChangeEmailHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @NotNull @Size(min = 1, max = 256) @Pattern(regexp = Text.PRINTABLE) String password,
      @NotNull @Size(max = Email.MOST) @Pattern(regexp = Email.PATTERN) String email) {
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
  protected Reply<RequestEmailChange.Sent> handle(Request request, Applicant caller) {
    return Reply.ok(requestEmailChange.send(caller, request.password(), request.email()));
  }
}
