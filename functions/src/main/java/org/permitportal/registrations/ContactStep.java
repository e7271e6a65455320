package org.permitportal.registrations;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.CompanyNames;
import org.permitportal.accounts.Contact;
import org.permitportal.accounts.NameKey;
import org.permitportal.accounts.Phone;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/** Step 2: the person to reach. */
@Singleton
public class ContactStep {
  private final RegistrationStore registrations;
  private final CompanyNames names;
  private final City city;
  private final Clock clock;

  public ContactStep(RegistrationStore registrations, CompanyNames names, City city, Clock clock) {
    this.registrations = registrations;
    this.names = names;
    this.city = city;
    this.clock = clock;
  }

  /**
   * Saves step 2 and holds the name on.
   *
   * @param seen the version that the editor has seen
   * @param typed phones as they were typed
   * @throws Problem 400 with every field, 409 step 1 comes first or its name is another's by now,
   *     410, 412
   */
  public RegistrationView save(String draftId, long seen, Contact typed) {
    Registration before = registrations.load(draftId).editable(clock).at(seen);
    Company company = before.company();
    if (company == null) {
      throw before.outOfOrder(city);
    }
    Contact contact = checked(typed);
    Instant heldUntil = names.holdEnd();
    NameKey name = names.read("name", company.name());
    Registration saved =
        before.withContact(company.heldUntil(heldUntil), contact, city, clock.instant());
    Write hold = names.hold(name, draftId, heldUntil);
    List<Write> refused = new Transaction().with(registrations.save(saved)).with(hold).run();
    if (!refused.isEmpty()) {
      throw refused.getFirst() == hold
          ? names.refused(name, draftId)
          : registrations.load(draftId).editable(clock).stale();
    }
    return RegistrationView.of(saved, city, clock.instant());
  }

  private Contact checked(Contact typed) {
    List<FieldError> errors = new ArrayList<>();
    Optional<String> phone = Phone.find(typed.phone());
    if (phone.isEmpty()) {
      errors.add(Phone.error("phone"));
    }
    @Nullable String mobile = null;
    if (typed.mobile() != null && !typed.mobile().isBlank()) {
      mobile = Phone.find(typed.mobile()).orElse(null);
      if (mobile == null) {
        errors.add(Phone.error("mobile"));
      }
    }
    if (typed.preferredContact() == Contact.Way.TEXT && mobile == null) {
      errors.add(
          new FieldError("mobile", "REQUIRED", "Text messages need a mobile telephone number."));
    }
    if (!city.languages().contains(typed.language())) {
      errors.add(new FieldError("language", "INVALID", "The city doesn't speak this language."));
    }
    if (!errors.isEmpty() || phone.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return typed.withPhones(phone.get(), mobile);
  }
}
