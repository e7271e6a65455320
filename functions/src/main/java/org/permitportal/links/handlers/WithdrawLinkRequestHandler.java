package org.permitportal.links.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.links.LinkRequests;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Ids;

/** {@code DELETE /v1/permits/{permitId}/link-request}: withdraws an open link request. */
public final class WithdrawLinkRequestHandler
    extends ForApplicant<WithdrawLinkRequestHandler.Request, Void> {
  @Inject LinkRequests linkRequests;

  public WithdrawLinkRequestHandler() {}

  public WithdrawLinkRequestHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(@PathVariable @Pattern(regexp = Ids.ULID) String permitId) {}

  @Override
  protected Set<MemberRole> roles() {
    return EDITORS;
  }

  @Override
  protected Reply<Void> handle(Request request, Applicant caller) {
    linkRequests.withdraw(caller, request.permitId());
    return Reply.nothing();
  }
}
