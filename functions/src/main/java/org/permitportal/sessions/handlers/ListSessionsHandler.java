package org.permitportal.sessions.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.sessions.SessionList;

/** {@code GET /v1/account/sessions}: lists the caller's open sessions. */
public final class ListSessionsHandler
    extends ForApplicant<ListSessionsHandler.Request, ListSessionsHandler.Sessions> {
  @Inject SessionList list;

  public ListSessionsHandler() {}

  public ListSessionsHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request() {}

  /** The caller's open sessions. */
  @Serdeable
  record Sessions(List<SessionList.Entry> sessions) {}

  @Override
  protected Set<MemberRole> roles() {
    return ANY_MEMBER;
  }

  @Override
  protected Reply<Sessions> handle(Request request, Applicant caller) {
    return Reply.ok(new Sessions(list.of(caller)));
  }
}
