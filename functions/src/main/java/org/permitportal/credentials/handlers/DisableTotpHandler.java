package org.permitportal.credentials.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.credentials.AuthenticatorSettings;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Text;
import org.permitportal.users.BackupCodes;

/** {@code POST /v1/account/totp/removal}: turns the authenticator app off. */
public final class DisableTotpHandler extends ForApplicant<DisableTotpHandler.Request, Void> {
  @Inject AuthenticatorSettings authenticatorSettings;

  public DisableTotpHandler() {}

  public DisableTotpHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @NotNull @Size(min = 1, max = 256) @Pattern(regexp = Text.PRINTABLE) String password,
      @Nullable @Pattern(regexp = "[0-9]{6}") String code,
      @Nullable @Pattern(regexp = BackupCodes.PATTERN) String recoveryCode) {
    @Override
    public String toString() {
      return "Request[***]";
    }
  }

  @Override
  protected Set<MemberRole> roles() {
    return ANY_MEMBER;
  }

  @Override
  protected Reply<Void> handle(Request request, Applicant caller) {
    authenticatorSettings.disable(
        caller, request.password(), request.code(), request.recoveryCode());
    return Reply.nothing();
  }
}
