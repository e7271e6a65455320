package org.permitportal.registrations.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.permitportal.accounts.CompanyNames;
import org.permitportal.http.ForDraft;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Registrant;
import org.permitportal.platform.CallerLimits;
import org.permitportal.platform.CallerLimits.Purpose;
import org.permitportal.platform.Text;

/** {@code GET /v1/registrations/{draftId}/name}: returns whether a name is free. */
public final class CheckNameHandler
    extends ForDraft<CheckNameHandler.Request, CompanyNames.Answer> {
  @Inject CompanyNames names;
  @Inject CallerLimits limits;

  public CheckNameHandler() {}

  public CheckNameHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @QueryValue @NotNull @Size(min = 1, max = 100) @Pattern(regexp = Text.FILLED) String name) {}

  @Override
  protected Reply<CompanyNames.Answer> handle(Request request, Registrant caller) {
    limits.count(Purpose.NAME_CHECKS, caller);
    return Reply.ok(names.check(caller.draftId(), "name", request.name()));
  }
}
