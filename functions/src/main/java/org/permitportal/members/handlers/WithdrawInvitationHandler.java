package org.permitportal.members.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.members.MemberList;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Ids;

/** {@code DELETE /v1/account/invitations/{invitationId}}: withdraws an invitation. */
public final class WithdrawInvitationHandler
    extends ForApplicant<WithdrawInvitationHandler.Request, Void> {
  @Inject MemberList memberList;

  public WithdrawInvitationHandler() {}

  public WithdrawInvitationHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(@PathVariable @Pattern(regexp = Ids.ULID) String invitationId) {}

  @Override
  protected Set<MemberRole> roles() {
    return OWNERS;
  }

  @Override
  protected Reply<Void> handle(Request request, Applicant caller) {
    memberList.withdraw(caller.accountId(), request.invitationId());
    return Reply.nothing();
  }
}
