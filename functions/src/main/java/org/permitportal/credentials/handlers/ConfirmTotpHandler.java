package org.permitportal.credentials.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Header;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Set;
import org.permitportal.credentials.AuthenticatorSettings;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;

/** {@code POST /v1/account/totp/confirmation}: turns the authenticator app on. */
public final class ConfirmTotpHandler
    extends ForApplicant<ConfirmTotpHandler.Request, ConfirmTotpHandler.Codes> {
  @Inject AuthenticatorSettings authenticatorSettings;

  public ConfirmTotpHandler() {}

  public ConfirmTotpHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @Header("Authorization") @NotNull String authorization,
      @NotNull @Pattern(regexp = "[0-9]{6}") String code) {
    @Override
    public String toString() {
      return "Request[***]";
    }
  }

  /**
   * The recovery codes, for a user who has lost the app. The portal shows them only this one time.
   */
  @Serdeable
  record Codes(List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "Codes[***]";
    }
  }

  @Override
  protected Set<MemberRole> roles() {
    return ANY_MEMBER;
  }

  @Override
  protected Reply<ConfirmTotpHandler.Codes> handle(Request request, Applicant caller) {
    return Reply.ok(
        new Codes(
            authenticatorSettings.confirm(
                caller, Bearer.token(request.authorization()), request.code())));
  }
}
