package org.permitportal.members.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.members.Members;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Ids;

/** {@code DELETE /v1/account/members/{memberId}}: removes a member at once. */
public final class RemoveMemberHandler extends ForApplicant<RemoveMemberHandler.Request, Void> {
  @Inject Members members;

  public RemoveMemberHandler() {}

  public RemoveMemberHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(@PathVariable @Pattern(regexp = Ids.ULID) String memberId) {}

  @Override
  protected Set<MemberRole> roles() {
    return OWNERS;
  }

  @Override
  protected Reply<Void> handle(Request request, Applicant caller) {
    members.remove(caller, request.memberId());
    return Reply.nothing();
  }
}
