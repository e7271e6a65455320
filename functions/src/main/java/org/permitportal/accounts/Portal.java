package org.permitportal.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.permitportal.platform.AccountSettings;
import org.permitportal.platform.City;
import org.permitportal.platform.FileSettings;
import org.permitportal.platform.PermitSettings;
import org.permitportal.platform.SecuritySettings;

/**
 * The settings in the city's file that clients need. Each text is there in every language, so the
 * response is the same for everybody and can be cached.
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Portal(
    String name,
    String place,
    String state,
    String timeZone,
    List<String> languages,
    City.Contact contact,
    String termsVersion,
    City.Registration registration,
    SecuritySettings.Codes codes,
    SecuritySettings.PasswordRule password,
    List<City.Labelled> secretQuestions,
    FileSettings files,
    List<AccountSettings.AttachmentKind> attachmentKinds,
    List<AccountSettings.AccountType> accountTypes,
    List<City.PermitType> permitTypes,
    List<Status> permitStatuses,
    List<PermitSettings.DocumentKind> documentKinds,
    List<PermitSettings.PartyRole> partyRoles,
    List<PermitSettings.PermitWord> permitWords) {

  /** A permit status and its name in each language. */
  @Serdeable
  public record Status(String status, Map<String, String> label) {}

  /** Returns the settings that clients need from the city's file. */
  public static Portal of(City city) {
    return new Portal(
        city.name(),
        city.place(),
        city.state(),
        city.zone().getId(),
        city.languages(),
        city.contact(),
        city.terms().version(),
        city.registration(),
        city.security().codes(),
        city.security().password(),
        city.security().secretQuestions(),
        city.files(),
        city.accounts().attachmentKinds(),
        city.accounts().types(),
        city.permitTypes(),
        city.permits().statuses().stream().map(s -> new Status(s.status(), s.label())).toList(),
        city.permits().documentKinds(),
        city.permits().partyRoles(),
        city.permits().words());
  }
}
