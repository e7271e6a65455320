package org.permitportal.registrations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Contact;
import org.permitportal.files.FileRecord;
import org.permitportal.files.RefusalReason;
import org.permitportal.licenses.StatedLicense;
import org.permitportal.platform.AccountSettings.Holder;
import org.permitportal.platform.City;

/**
 * A registration as the registrant sees it: everything except the secrets.
 *
 * @param version the version to send in {@code If-Match}
 * @param missing the fields that must still be filled in
 * @param filesPending whether a file has not arrived or is not checked yet
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegistrationView(
    String draftId,
    long version,
    Instant expiresAt,
    String language,
    String termsVersion,
    @Nullable CompanyView company,
    @Nullable Contact contact,
    List<File> attachments,
    boolean filesPending,
    List<Missing> missing,
    WizardStep nextStep) {
  /** The reason shown for a file that was announced and never sent. */
  private static final String NOT_RECEIVED = "NOT_RECEIVED";

  /** The fields of step 1, without the password and the secret answer. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CompanyView(
      String accountType,
      Holder holder,
      String name,
      Instant nameHeldUntil,
      @Nullable StatedLicense license,
      String email,
      String phone,
      boolean listed,
      @Nullable String question,
      boolean passwordSet) {}

  /** A file of the registration. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record File(
      String fileId,
      String kind,
      State state,
      String name,
      String type,
      long bytes,
      String sha256,
      @Nullable String reason) {}

  /** The state of a file. */
  @Serdeable
  public enum State {
    PENDING,
    READY,
    REFUSED
  }

  static RegistrationView of(Registration registration, City city, Instant now) {
    List<Missing> missing = registration.missing(city, now);
    return new RegistrationView(
        registration.id(),
        registration.version(),
        registration.expiresAt(),
        registration.language(),
        registration.termsVersion(),
        company(registration),
        registration.contact(),
        registration.files().stream()
            .filter(file -> file.state() != FileRecord.State.REMOVED)
            .map(file -> file(file, now))
            .toList(),
        registration.filesPending(now),
        missing,
        WizardStep.next(missing));
  }

  private static File file(FileRecord file, Instant now) {
    boolean lapsed = file.lapsed(now);
    RefusalReason reason = file.reason();
    return new File(
        file.id(),
        file.kind(),
        lapsed ? State.REFUSED : State.valueOf(file.state().name()),
        file.name().label(),
        file.type().mediaType(),
        file.bytes(),
        file.sha256(),
        lapsed ? NOT_RECEIVED : reason == null ? null : reason.name());
  }

  private static @Nullable CompanyView company(Registration registration) {
    Company company = registration.company();
    return company == null
        ? null
        : new CompanyView(
            company.typeKey(),
            company.holder(),
            company.name(),
            company.nameHeldUntil(),
            company.license().isEmpty() ? null : StatedLicense.from(company.license()),
            company.email().value(),
            company.phone(),
            company.listed(),
            registration.question(),
            registration.credentials());
  }
}
