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

/** Step 2: the person to reach. */
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
