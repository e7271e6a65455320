package org.permitportal.registrations;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.permitportal.files.FileRecord;
import org.permitportal.platform.AccountSettings;
import org.permitportal.platform.AccountSettings.Asked;
import org.permitportal.platform.City;

/**
 * A field that a registration still lacks.
 *
 * @param step the step in which the field is entered
 * @param field the field's name in this step, e.g. {@code password}, {@code license}, {@code
 *     attachments.photo-id}
 */
@Serdeable
public record Missing(WizardStep step, String field) {

  /**
   * Returns all fields that a registration still lacks according to the city's file. A required
   * attachment is also missing when its file was refused, or was announced and never sent.
   */
  static List<Missing> in(Registration registration, City city, Instant now) {
    List<Missing> missing = new ArrayList<>();
    Company company = registration.company();
    if (company == null) {
      missing.add(company("company"));
    } else {
      city.accounts()
          .type(company.typeKey())
          .ifPresentOrElse(
              type -> missing.addAll(asked(type, company, registration.files(), now)),
              () -> missing.add(company("accountType")));
    }
    if (!registration.credentials()) {
      missing.add(company("password"));
    }
    if (registration.contact() == null) {
      missing.add(new Missing(WizardStep.CONTACT, "contact"));
    }
    return missing;
  }

  private static List<Missing> asked(
      AccountSettings.AccountType type, Company company, List<FileRecord> files, Instant now) {
    List<Missing> missing = new ArrayList<>();
    if (type.license().asked() == Asked.REQUIRED && company.license().isEmpty()) {
      missing.add(company("license"));
    }
    missing.addAll(attachments(type.attachments(), files, now));
    return missing;
  }

  /** Returns the required attachments without a file that has arrived or can still arrive. */
  static List<Missing> attachments(
      List<AccountSettings.WantedAttachment> wanted, List<FileRecord> files, Instant now) {
    return wanted.stream()
        .filter(AccountSettings.WantedAttachment::required)
        .filter(a -> files.stream().noneMatch(f -> f.kind().equals(a.kind()) && f.counts(now)))
        .map(a -> company("attachments." + a.kind()))
        .toList();
  }

  private static Missing company(String field) {
    return new Missing(WizardStep.COMPANY, field);
  }
}
