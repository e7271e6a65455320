package org.permitportal.accounts.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Header;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Contact;
import org.permitportal.accounts.Profile;
import org.permitportal.accounts.UpdateContact;
import org.permitportal.http.EntityTag;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Text;

/**
 * {@code PUT /v1/account/contact}: saves the contact person, the phone numbers and the language.
 */
public final class UpdateContactHandler
    extends ForApplicant<UpdateContactHandler.Request, Profile> {
  @Inject UpdateContact updateContact;

  public UpdateContactHandler() {}

  public UpdateContactHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @Header("If-Match") @NotNull @Pattern(regexp = EntityTag.PATTERN) String version,
      @NotNull @Size(min = 1, max = 40) @Pattern(regexp = Text.FILLED) String companyPhone,
      @NotNull @Size(min = 1, max = 60) @Pattern(regexp = Text.FILLED) String firstName,
      @NotNull @Size(min = 1, max = 60) @Pattern(regexp = Text.FILLED) String lastName,
      @NotNull @Valid Contact.Address address,
      @NotNull @Size(min = 1, max = 40) @Pattern(regexp = Text.FILLED) String phone,
      @Nullable @Size(max = 40) @Pattern(regexp = Text.LINE) String mobile,
      @NotNull Contact.Way preferredContact,
      @NotNull @Size(min = 1, max = 35) String language) {}

  @Override
  protected Set<MemberRole> roles() {
    return EDITORS;
  }

  @Override
  protected Reply<Profile> handle(Request r, Applicant caller) {
    Contact typed =
        new Contact(
            r.firstName().strip(),
            r.lastName().strip(),
            r.address(),
            r.phone(),
            r.mobile(),
            r.preferredContact(),
            r.language());
    Profile saved =
        updateContact.save(caller, EntityTag.version(r.version()), r.companyPhone(), typed);
    return Reply.ok(saved).version(saved.version());
  }
}
