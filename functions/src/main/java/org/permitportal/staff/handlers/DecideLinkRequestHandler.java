package org.permitportal.staff.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.EntityTag;
import org.permitportal.http.ForStaff;
import org.permitportal.http.Reply;
import org.permitportal.links.LinkDecisions;
import org.permitportal.links.LinkRequest;
import org.permitportal.platform.Caller.StaffMember;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;
import org.permitportal.platform.StaffPermission;
import org.permitportal.platform.Text;

/**
 * {@code POST /v1/staff/permits/{permitId}/link-requests/{accountId}/decision}: approves or refuses
 * a link request.
 */
public final class DecideLinkRequestHandler
    extends ForStaff<DecideLinkRequestHandler.Request, StaffLinkRequest> {
  @Inject LinkDecisions decisions;

  public DecideLinkRequestHandler() {}

  public DecideLinkRequestHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @PathVariable @Pattern(regexp = Ids.ULID) String permitId,
      @PathVariable @Pattern(regexp = Ids.ULID) String accountId,
      @NotNull @Header("If-Match") @Pattern(regexp = EntityTag.PATTERN) String version,
      @NotNull Decision decision,
      @Nullable @Size(min = 1, max = 40) @Pattern(regexp = "[a-z0-9-]+") String role,
      @Nullable @Size(min = 1, max = 500) @Pattern(regexp = Text.FILLED) String reason) {}

  /** The decisions staff can make. */
  enum Decision {
    APPROVE,
    REFUSE
  }

  private static String reason(Request request) {
    if (request.reason() == null) {
      throw Problem.invalid("reason", "REQUIRED", "Give a reason. The account gets it by email.");
    }
    return request.reason().strip();
  }

  @Override
  protected StaffPermission permission() {
    return StaffPermission.DECIDE_LINK_REQUESTS;
  }

  @Override
  protected Reply<StaffLinkRequest> handle(Request request, StaffMember caller) {
    long version = EntityTag.version(request.version());
    String permit = request.permitId();
    String account = request.accountId();
    LinkRequest decided =
        switch (request.decision()) {
          case APPROVE -> decisions.approve(caller, permit, account, version, request.role());
          case REFUSE -> decisions.refuse(caller, permit, account, version, reason(request));
        };
    return Reply.ok(StaffLinkRequest.of(decided)).version(decided.version());
  }
}
