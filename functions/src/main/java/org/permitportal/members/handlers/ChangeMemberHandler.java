package org.permitportal.members.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.members.MemberView;
import org.permitportal.members.Members;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Ids;

/**
 * {@code PATCH /v1/account/members/{memberId}}: changes a member's role, or makes this member the
 * one user who signs in by the company's name.
 */
public final class ChangeMemberHandler
    extends ForApplicant<ChangeMemberHandler.Request, MemberView> {
  @Inject Members members;

  public ChangeMemberHandler() {}

  public ChangeMemberHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @PathVariable @Pattern(regexp = Ids.ULID) String memberId,
      @Nullable MemberRole role,
      @Nullable Boolean principal,
      @Nullable @Size(min = 1, max = 256) String password) {
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
  protected Reply<MemberView> handle(Request request, Applicant caller) {
    return Reply.ok(
        members.change(
            caller,
            request.memberId(),
            new Members.Change(request.role(), request.principal(), request.password())));
  }
}
