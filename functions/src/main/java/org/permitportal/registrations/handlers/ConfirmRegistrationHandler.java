package org.permitportal.registrations.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Header;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.permitportal.http.EntityTag;
import org.permitportal.http.ForDraft;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Registrant;
import org.permitportal.registrations.Confirmation;

/**
 * {@code POST /v1/registrations/{draftId}/confirmation}: creates the account if the code is right.
 */
public final class ConfirmRegistrationHandler
    extends ForDraft<ConfirmRegistrationHandler.Request, Confirmation.Confirmed> {
  @Inject Confirmation confirmation;

  public ConfirmRegistrationHandler() {}

  public ConfirmRegistrationHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @Header("If-Match") @NotNull @Pattern(regexp = EntityTag.PATTERN) String version,
      @NotNull @Pattern(regexp = "\\d{6}") String code) {
    @Override
    public String toString() {
      return "Request[***]";
    }
  }

  @Override
  protected Reply<Confirmation.Confirmed> handle(Request request, Registrant caller) {
    return Reply.ok(
        confirmation.confirm(
            caller.draftId(), EntityTag.version(request.version()), request.code()));
  }
}
