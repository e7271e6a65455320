package org.permitportal.members.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import java.util.Set;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.members.MemberList;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;

/** {@code GET /v1/account/members}: lists the account's members and open invitations. */
public final class ListMembersHandler
    extends ForApplicant<ListMembersHandler.Request, MemberList.People> {
  @Inject MemberList memberList;

  public ListMembersHandler() {}

  public ListMembersHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request() {}

  @Override
  protected Set<MemberRole> roles() {
    return OWNERS;
  }

  @Override
  protected Reply<MemberList.People> handle(Request request, Applicant caller) {
    return Reply.ok(memberList.of(caller.accountId()));
  }
}
