package org.permitportal.links.handlers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.links.Dashboard;
import org.permitportal.permits.NextMove;
import org.permitportal.permits.PermitCard;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.MailObstacle;

/**
 * {@code GET /v1/dashboard}: lists the account's permits and link requests. Permits on which the
 * account has to act come first.
 */
public final class GetDashboardHandler
    extends ForApplicant<GetDashboardHandler.Request, GetDashboardHandler.Answer> {
  @Inject Dashboard dashboard;

  public GetDashboardHandler() {}

  public GetDashboardHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(@QueryValue @Nullable @Size(max = 1000) String cursor) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      List<OwnPermit> permits,
      List<LinkRequestView> linkRequests,
      @Nullable String next,
      @Nullable MailObstacle mailObstacle) {}

  /**
   * A permit that the account is linked to; {@code yourMove} tells whether the account has to act.
   */
  @Serdeable
  record OwnPermit(PermitCard permit, List<String> yourRoles, boolean yourMove) {}

  private static OwnPermit own(Dashboard.Own own) {
    return new OwnPermit(
        PermitCard.of(own.permit()), own.roles(), own.permit().nextMove() == NextMove.APPLICANT);
  }

  @Override
  protected Set<MemberRole> roles() {
    return ANY_MEMBER;
  }

  @Override
  protected Reply<GetDashboardHandler.Answer> handle(Request request, Applicant caller) {
    Dashboard.Listed listed = dashboard.list(caller, request.cursor());
    return Reply.ok(
        new Answer(
            listed.permits().stream().map(GetDashboardHandler::own).toList(),
            listed.links().stream().map(LinkRequestView::of).toList(),
            listed.next(),
            caller.mailObstacle()));
  }
}
