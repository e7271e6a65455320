package org.permitportal.registrations;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.permitportal.accounts.CompanyNames;
import org.permitportal.accounts.Contact;
import org.permitportal.accounts.ContactForm;
import org.permitportal.accounts.NameKey;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/** Saves step 2: the contact person. */
@Singleton
public class ContactStep {
  private final RegistrationStore registrations;
  private final CompanyNames names;
  private final ContactForm form;
  private final City city;
  private final Clock clock;

  public ContactStep(
      RegistrationStore registrations,
      CompanyNames names,
      ContactForm form,
      City city,
      Clock clock) {
    this.registrations = registrations;
    this.names = names;
    this.form = form;
    this.city = city;
    this.clock = clock;
  }

  /**
   * Saves step 2 and extends the hold on the name.
   *
   * @param seen the version of the registration that the registrant has seen
   * @param typed the contact person, with phone numbers as they were typed
   * @throws Problem 400 with every invalid field; 409 when step 1 is not done, or somebody else has
   *     the company's name by now; 410 when the registration has ended; 412 when the registration
   *     was changed in the meantime
   */
  public RegistrationView save(String draftId, long seen, Contact typed) {
    Registration before = registrations.load(draftId).editable(clock).at(seen);
    Company company = before.company();
    if (company == null) {
      throw before.outOfOrder(city, clock.instant());
    }
    Contact contact = form.checked(typed);
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
}
