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
import org.permitportal.members.Members;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Ids;

/** {@code POST /v1/account/members/{memberId}/removal}: removes a member at once. */
public final class RemoveMemberHandler extends ForApplicant<RemoveMemberHandler.Request, Void> {
  @Inject Members members;

  public RemoveMemberHandler() {}

  public RemoveMemberHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @PathVariable @Pattern(regexp = Ids.ULID) String memberId,
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
  protected Reply<Void> handle(Request request, Applicant caller) {
    members.remove(caller, request.memberId(), request.password());
    return Reply.nothing();
  }
}
