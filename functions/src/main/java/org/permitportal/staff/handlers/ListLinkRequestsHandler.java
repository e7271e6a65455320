package org.permitportal.staff.handlers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.ForStaff;
import org.permitportal.http.Reply;
import org.permitportal.links.LinkDecisions;
import org.permitportal.links.LinkRequest;
import org.permitportal.platform.Caller.StaffMember;
import org.permitportal.platform.Page;
import org.permitportal.platform.StaffPermission;

/** {@code GET /v1/staff/link-requests}: lists open link requests, the oldest first. */
public final class ListLinkRequestsHandler
    extends ForStaff<ListLinkRequestsHandler.Request, ListLinkRequestsHandler.Answer> {
  @Inject LinkDecisions decisions;

  public ListLinkRequestsHandler() {}

  public ListLinkRequestsHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(@QueryValue @Nullable @Size(max = 1000) String cursor) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(List<StaffLinkRequest> linkRequests, @Nullable String next) {}

  @Override
  protected StaffPermission permission() {
    return StaffPermission.DECIDE_LINK_REQUESTS;
  }

  @Override
  protected Reply<ListLinkRequestsHandler.Answer> handle(Request request, StaffMember caller) {
    Page<LinkRequest> page = decisions.open(request.cursor());
    return Reply.ok(
        new Answer(page.items().stream().map(StaffLinkRequest::of).toList(), page.next()));
  }
}
