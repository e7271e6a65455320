package org.permitportal.credentials.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.permitportal.credentials.UndoEmailChange;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Anyone;

/** {@code POST /v1/email-undo}: undoes a change of address, by a link to the old address. */
public final class UndoEmailChangeHandler
    extends ForAnyone<UndoEmailChangeHandler.Request, ShutOut> {
  @Inject UndoEmailChange undoEmailChange;

  public UndoEmailChangeHandler() {}

  public UndoEmailChangeHandler(ApplicationContext context) {
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
    undoEmailChange.undo(request.code());
    return Reply.ok(new ShutOut(true));
  }
}
