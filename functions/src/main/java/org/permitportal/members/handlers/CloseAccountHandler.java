package org.permitportal.members.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.members.AccountClosing;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;

/** {@code POST /v1/account/closing}: closes the account for good. */
public final class CloseAccountHandler extends ForApplicant<CloseAccountHandler.Request, Void> {
  @Inject AccountClosing closing;

  public CloseAccountHandler() {}

  public CloseAccountHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(@NotNull @Size(min = 1, max = 256) String password) {
    @Override
    public String toString() {
      return "Request[***]";
    }
  }

  @Override
  protected Set<MemberRole> roles() {
    return OWNERS;
  }

  @Override
  protected Reply<Void> handle(Request request, Applicant caller) {
    closing.close(caller, request.password());
    return Reply.nothing();
  }
}
