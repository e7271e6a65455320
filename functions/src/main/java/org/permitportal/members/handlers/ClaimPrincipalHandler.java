package org.permitportal.members.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.members.PrincipalClaimView;
import org.permitportal.members.PrincipalClaims;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;

/** {@code POST /v1/account/principal-claim}: claims to sign in by the company's name. */
public final class ClaimPrincipalHandler
    extends ForApplicant<ClaimPrincipalHandler.Request, PrincipalClaimView> {
  @Inject PrincipalClaims claims;

  public ClaimPrincipalHandler() {}

  public ClaimPrincipalHandler(ApplicationContext context) {
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
  protected Reply<PrincipalClaimView> handle(Request request, Applicant caller) {
    return Reply.created(claims.claim(caller, request.password()));
  }
}
