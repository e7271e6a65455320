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
import org.permitportal.accounts.Contact;
import org.permitportal.http.EntityTag;
import org.permitportal.http.ForDraft;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Registrant;
import org.permitportal.platform.Text;
import org.permitportal.registrations.ContactStep;
import org.permitportal.registrations.RegistrationView;

/** {@code PUT /v1/registrations/{draftId}/contact}: saves step 2, the contact person. */
public final class SaveContactHandler
    extends ForDraft<SaveContactHandler.Request, RegistrationView> {
  @Inject ContactStep step;

  public SaveContactHandler() {}

  public SaveContactHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @Header("If-Match") @NotNull @Pattern(regexp = EntityTag.PATTERN) String version,
      @NotNull @Size(min = 1, max = 60) @Pattern(regexp = Text.FILLED) String firstName,
      @NotNull @Size(min = 1, max = 60) @Pattern(regexp = Text.FILLED) String lastName,
      @NotNull @Valid Contact.Address address,
      @NotNull @Size(min = 1, max = 40) @Pattern(regexp = Text.FILLED) String phone,
      @Nullable @Size(max = 40) @Pattern(regexp = Text.LINE) String mobile,
      @NotNull Contact.Way preferredContact,
      @NotNull @Size(min = 1, max = 35) String language) {}

  @Override
  protected Reply<RegistrationView> handle(Request r, Registrant caller) {
    Contact typed =
        new Contact(
            r.firstName().strip(),
            r.lastName().strip(),
            r.address(),
            r.phone(),
            r.mobile(),
            r.preferredContact(),
            r.language());
    RegistrationView saved = step.save(caller.draftId(), EntityTag.version(r.version()), typed);
    return Reply.ok(saved).version(saved.version());
  }
}
