package org.permitportal.members.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import java.util.Set;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.members.PrincipalClaims;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;

/** {@code DELETE /v1/account/principal-claim}: refuses or withdraws the open claim. */
public final class EndPrincipalClaimHandler
    extends ForApplicant<EndPrincipalClaimHandler.Request, Void> {
  @Inject PrincipalClaims claims;

  public EndPrincipalClaimHandler() {}

  public EndPrincipalClaimHandler(ApplicationContext context) {
    super(context);
  }

  /** The request has no content. */
  @Serdeable
  record Request() {}

  @Override
  protected Set<MemberRole> roles() {
    return OWNERS;
  }

  @Override
  protected Reply<Void> handle(Request request, Applicant caller) {
    claims.end(caller);
    return Reply.nothing();
  }
}
