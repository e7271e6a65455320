package org.permitportal.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.permitportal.platform.City;

/**
 * The part of the city's file that clients need. Every text is there in every language, so the
 * answer is the same for everybody and can be cached.
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
    City.Codes codes,
    City.PasswordRule password,
    List<City.Labelled> secretQuestions,
    City.Files files,
    List<City.AttachmentKind> attachmentKinds,
    List<City.AccountType> accountTypes,
    List<City.PermitType> permitTypes,
    List<Status> permitStatuses,
    List<City.DocumentKind> documentKinds,
    List<City.PartyRole> partyRoles,
    List<City.PermitWord> permitWords) {

  /** A permit status and its name in each language. */
  @Serdeable
  public record Status(String status, Map<String, String> label) {}

  /** Returns the part of the city's file that clients need. */
  public static Portal of(City city) {
    return new Portal(
        city.name(),
        city.place(),
        city.state(),
        city.timeZone(),
        city.languages(),
        city.contact(),
        city.terms().version(),
        city.registration(),
        city.codes(),
        city.password(),
        city.secretQuestions(),
        city.files(),
        city.attachmentKinds(),
        city.accountTypes(),
        city.permitTypes(),
        city.permitStatuses().stream().map(s -> new Status(s.status(), s.label())).toList(),
        city.documentKinds(),
        city.partyRoles(),
        city.permitWords());
  }
}
