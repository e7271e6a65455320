package org.permitportal.accounts;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;

/** Checks a contact person's fields by the rules that are not in the API contract. */
@Singleton
public class ContactForm {
  private final City city;

  public ContactForm(City city) {
    this.city = city;
  }

  /**
   * Checks the fields of a contact person.
   *
   * @param typed the contact, with phone numbers as they were typed
   * @return the same contact, with its phone numbers in E.164
   * @throws Problem 400 with every invalid field
   */
  public Contact checked(Contact typed) {
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
      errors.add(new FieldError("mobile", "REQUIRED", "Text messages need a mobile phone number."));
    }
    if (!city.languages().contains(typed.language())) {
      errors.add(
          new FieldError("language", "INVALID", "The portal is not available in this language."));
    }
    if (!errors.isEmpty() || phone.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return typed.withPhones(phone.get(), mobile);
  }
}
