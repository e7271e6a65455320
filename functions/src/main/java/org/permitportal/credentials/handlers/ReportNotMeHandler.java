package org.permitportal.credentials.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.permitportal.credentials.ReportNotMe;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Anyone;

/**
 * {@code POST /v1/recovery/not-me}: takes the code of a "this wasn't me" link and ends all sessions
 * of the link's user.
 */
public final class ReportNotMeHandler extends ForAnyone<ReportNotMeHandler.Request, ShutOut> {
  @Inject ReportNotMe reportNotMe;

  public ReportNotMeHandler() {}

  public ReportNotMeHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(@NotNull @Pattern(regexp = "[A-Za-z0-9_-]{43}") String code) {
    @Override
    public String toString() {
      return "Request[***]";
    }
  }

  @Override
  protected Reply<ShutOut> handle(Request request, Anyone caller) {
    return Reply.ok(new ShutOut(reportNotMe.report(request.code())));
  }
}
