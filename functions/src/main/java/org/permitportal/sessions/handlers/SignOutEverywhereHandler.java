package org.permitportal.sessions.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.sessions.SignOut;

/**
 * {@code POST /v1/account/sessions/end}: ends all of the caller's sessions, or all except the
 * current session.
 */
public final class SignOutEverywhereHandler
    extends ForApplicant<SignOutEverywhereHandler.Request, Void> {
  @Inject SignOut signOut;

  public SignOutEverywhereHandler() {}

  public SignOutEverywhereHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(@NotNull Boolean keepThis) {}

  @Override
  protected Set<MemberRole> roles() {
    return ANY_MEMBER;
  }

  @Override
  protected Reply<Void> handle(Request request, Applicant caller) {
    if (request.keepThis()) {
      signOut.endOthers(caller);
      return Reply.nothing();
    }
    signOut.endAll(caller);
    return RefreshCookie.CONTRACTORS.clear(Reply.nothing());
  }
}
