package org.permitportal.links.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.links.LinkRequests;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.CallerLimits;
import org.permitportal.platform.CallerLimits.Purpose;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Text;

/** {@code POST /v1/permits/{permitId}/link-request}: asks staff to link the account to a permit. */
public final class RequestLinkHandler
    extends ForApplicant<RequestLinkHandler.Request, LinkRequestView> {
  @Inject LinkRequests linkRequests;
  @Inject CallerLimits limits;

  public RequestLinkHandler() {}

  public RequestLinkHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @PathVariable @Pattern(regexp = Ids.ULID) String permitId,
      @Nullable @Header("Idempotency-Key") @Pattern(regexp = Ids.KEY) String idempotencyKey,
      @NotNull @Size(min = 1, max = 40) @Pattern(regexp = "[a-z0-9-]+") String role,
      @NotNull @Size(min = 1, max = 500) @Pattern(regexp = Text.FILLED) String reason) {}

  @Override
  protected Set<MemberRole> roles() {
    return EDITORS;
  }

  @Override
  protected Reply<LinkRequestView> handle(Request request, Applicant caller) {
    limits.count(Purpose.LINK_REQUESTS, caller);
    return Reply.created(
        LinkRequestView.of(
            linkRequests.request(
                caller,
                request.permitId(),
                request.role(),
                request.reason().strip(),
                request.idempotencyKey())));
  }
}
