package org.permitportal.registrations.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.ForDraft;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.CallerLimits;
import org.permitportal.platform.CallerLimits.Purpose;
import org.permitportal.registrations.AccountWizard;
import org.permitportal.registrations.AccountWizard.Started;

/**
 * {@code POST /v1/registrations}: begins a registration after the person has agreed to the terms.
 */
public final class StartRegistrationHandler
    extends ForAnyone<StartRegistrationHandler.Request, Started> {
  @Inject AccountWizard wizard;
  @Inject CallerLimits limits;

  public StartRegistrationHandler() {}

  public StartRegistrationHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @NotNull @AssertTrue(message = "Agree to the terms to continue.") Boolean agreed,
      @NotNull @Size(min = 1, max = 40) String termsVersion,
      @Nullable @Size(max = 35) String language) {}

  @Override
  protected Reply<Started> handle(Request request, Anyone caller) {
    limits.count(Purpose.REGISTRATIONS, caller);
    Started started = wizard.start(request.termsVersion(), request.language(), caller);
    return ForDraft.remembered(
        Reply.created(started).version(started.version()),
        started.draftId(),
        started.token(),
        wizard.tokenKept());
  }
}
