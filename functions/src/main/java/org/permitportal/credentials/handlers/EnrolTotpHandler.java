package org.permitportal.credentials.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Header;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.permitportal.credentials.AuthenticatorSettings;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Text;

/** {@code POST /v1/account/totp}: begins to enroll an authenticator app. */
public final class EnrolTotpHandler
    extends ForApplicant<EnrolTotpHandler.Request, AuthenticatorSettings.Enrolment> {
  @Inject AuthenticatorSettings authenticatorSettings;

  public EnrolTotpHandler() {}

  public EnrolTotpHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @Header("Authorization") @NotNull String authorization,
      @NotNull @Size(min = 1, max = 256) @Pattern(regexp = Text.PRINTABLE) String password) {
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
  protected Reply<AuthenticatorSettings.Enrolment> handle(Request request, Applicant caller) {
    return Reply.ok(
        authenticatorSettings.enrol(
            caller, Bearer.token(request.authorization()), request.password()));
  }
}
