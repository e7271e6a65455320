package org.permitportal.registrations.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Header;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.EntityTag;
import org.permitportal.http.ForDraft;
import org.permitportal.http.Reply;
import org.permitportal.licenses.StatedLicense;
import org.permitportal.platform.AccountSettings.Holder;
import org.permitportal.platform.Caller.Registrant;
import org.permitportal.platform.CallerLimits;
import org.permitportal.platform.CallerLimits.Purpose;
import org.permitportal.platform.Text;
import org.permitportal.registrations.CompanyInput;
import org.permitportal.registrations.CompanyStep;
import org.permitportal.registrations.RegistrationView;
import org.permitportal.users.Email;

/** {@code PUT /v1/registrations/{draftId}/company}: saves step 1, the company or person. */
public final class SaveCompanyHandler
    extends ForDraft<SaveCompanyHandler.Request, RegistrationView> {
  @Inject CompanyStep step;
  @Inject CallerLimits limits;

  public SaveCompanyHandler() {}

  public SaveCompanyHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @Header("If-Match") @NotNull @Pattern(regexp = EntityTag.PATTERN) String version,
      @NotNull @Size(min = 1, max = 60) String accountType,
      @NotNull Holder holder,
      @NotNull @Size(min = 1, max = 100) @Pattern(regexp = Text.FILLED) String name,
      @Nullable @Valid StatedLicense license,
      @NotNull @Size(max = Email.MOST) @Pattern(regexp = Email.PATTERN) String email,
      @NotNull @Size(min = 1, max = 40) @Pattern(regexp = Text.FILLED) String phone,
      @Nullable @Size(min = 1, max = 256) String password,
      @Nullable @Size(min = 1, max = 60) String question,
      @Nullable @Size(min = 1, max = 200) String answer,
      @Nullable Boolean listed) {
    @Override
    public String toString() {
      return "Request[***]";
    }
  }

  @Override
  protected Reply<RegistrationView> handle(Request r, Registrant caller) {
    limits.count(Purpose.NAMES, caller);
    CompanyInput input =
        new CompanyInput(
            r.accountType(),
            r.holder(),
            r.name(),
            r.license(),
            r.email(),
            r.phone(),
            r.password(),
            r.question(),
            r.answer(),
            r.listed());
    RegistrationView saved = step.save(caller.draftId(), EntityTag.version(r.version()), input);
    return Reply.ok(saved).version(saved.version());
  }
}
