package org.permitportal.credentials.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.permitportal.credentials.ResetPassword;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.SecretBox;

/** {@code POST /v1/recovery/password}: sets a new password if the mailed code is right. */
public final class ResetPasswordHandler extends ForAnyone<ResetPasswordHandler.Request, Void> {
  @Inject ResetPassword reset;

  public ResetPasswordHandler() {}

  public ResetPasswordHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @NotNull @Size(max = 4096) @Pattern(regexp = SecretBox.PATTERN) String recovery,
      @NotNull @Pattern(regexp = "[0-9]{6}") String code,
      @NotNull @Size(min = 1, max = 256) String password) {
    @Override
    public String toString() {
      return "Request[***]";
    }
  }

  @Override
  protected Reply<Void> handle(Request request, Anyone caller) {
    reset.reset(request.recovery(), request.code(), request.password(), caller.origin().address());
    return Reply.nothing();
  }
}
