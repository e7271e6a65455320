package org.permitportal.permits.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.permits.OpenPermit;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;

/** {@code GET /v1/account/permits/{permitId}}: returns all that a party of a permit may see. */
public final class OpenPermitHandler extends ForApplicant<OpenPermitHandler.Request, OpenedPermit> {
  @Inject OpenPermit openPermit;
  @Inject City city;
  @Inject Clock clock;

  public OpenPermitHandler() {}

  public OpenPermitHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @PathVariable @Pattern(regexp = Ids.ULID) String permitId,
      @QueryValue @Nullable @Size(max = 1000) String cursor) {}

  @Override
  protected Set<MemberRole> roles() {
    return ANY_MEMBER;
  }

  @Override
  protected Reply<OpenedPermit> handle(Request request, Applicant caller) {
    OpenPermit.Opened opened = openPermit.open(caller, request.permitId(), request.cursor());
    return Reply.ok(OpenedPermit.of(opened, caller, city, clock.instant()));
  }
}
