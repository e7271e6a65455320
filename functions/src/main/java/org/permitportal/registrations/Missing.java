package org.permitportal.registrations;

import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;
import org.permitportal.files.FileRecord;
import org.permitportal.files.FileRecord.State;
import org.permitportal.platform.AccountSettings;
import org.permitportal.platform.AccountSettings.Asked;
import org.permitportal.platform.City;

/**
 * Something that a registration still lacks.
 *
 * @param step the step in which it is entered
 * @param field the field of that step, e.g. {@code password}, {@code license}, {@code
 *     attachments.photo-id}
 */
@Serdeable
public record Missing(WizardStep step, String field) {

  /**
   * Returns everything that a registration still lacks according to the city's file. Refused files
   * do not count.
   */
  static List<Missing> in(Registration registration, City city) {
    List<Missing> missing = new ArrayList<>();
    Company company = registration.company();
    if (company == null) {
      missing.add(company("company"));
    } else {
      city.accounts()
          .type(company.typeKey())
          .ifPresentOrElse(
              type -> missing.addAll(asked(type, company, registration.files())),
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
      AccountSettings.AccountType type, Company company, List<FileRecord> files) {
    List<Missing> missing = new ArrayList<>();
    if (type.license().asked() == Asked.REQUIRED && company.license().isEmpty()) {
      missing.add(company("license"));
    }
    for (AccountSettings.WantedAttachment wanted : type.attachments()) {
      boolean there =
          files.stream()
              .anyMatch(
                  f ->
                      f.kind().equals(wanted.kind())
                          && (f.state() == State.PENDING || f.state() == State.READY));
      if (wanted.required() && !there) {
        missing.add(company("attachments." + wanted.kind()));
      }
    }
    return missing;
  }

  private static Missing company(String field) {
    return new Missing(WizardStep.COMPANY, field);
  }
}
