package org.permitportal.members.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Header;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.members.InvitationView;
import org.permitportal.members.Invitations;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.CallerLimits;
import org.permitportal.platform.CallerLimits.Purpose;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Text;
import org.permitportal.users.Email;

/** {@code POST /v1/account/invitations}: invites a colleague by mail. */
public final class InviteMemberHandler
    extends ForApplicant<InviteMemberHandler.Request, InvitationView> {
  @Inject Invitations invitations;
  @Inject CallerLimits limits;

  public InviteMemberHandler() {}

  public InviteMemberHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @Nullable @Header("Idempotency-Key") @Pattern(regexp = Ids.KEY) String idempotencyKey,
      @NotNull @Size(max = Email.MOST) @Pattern(regexp = Email.PATTERN) String email,
      @NotNull MemberRole role,
      @Nullable @Size(min = 1, max = 100) @Pattern(regexp = Text.FILLED) String name,
      @Nullable @Size(min = 1, max = 35) String language,
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
  protected Reply<InvitationView> handle(Request request, Applicant caller) {
    limits.count(Purpose.INVITATIONS, caller);
    Invitations.Wish wish =
        new Invitations.Wish(
            request.email(),
            request.role(),
            request.name(),
            request.language(),
            request.password());
    return Reply.created(invitations.invite(caller, wish, request.idempotencyKey()));
  }
}
