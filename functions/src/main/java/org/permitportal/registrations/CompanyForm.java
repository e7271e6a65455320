package org.permitportal.registrations;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.CompanyNames;
import org.permitportal.accounts.NameKey;
import org.permitportal.accounts.Phone;
import org.permitportal.platform.AccountSettings;
import org.permitportal.platform.AccountSettings.Holder;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.users.Email;
import org.permitportal.users.Password;
import org.permitportal.users.PasswordRules;
import org.permitportal.users.SecretQuestions;

/** Checks step 1 by the rules that are not in the API contract. */
@Singleton
public class CompanyForm {
  private final CompanyNames names;
  private final PasswordRules passwords;
  private final SecretQuestions questions;
  private final City city;
  private final Clock clock;

  public CompanyForm(
      CompanyNames names,
      PasswordRules passwords,
      SecretQuestions questions,
      City city,
      Clock clock) {
    this.names = names;
    this.passwords = passwords;
    this.questions = questions;
    this.city = city;
    this.clock = clock;
  }

  /**
   * Step 1, ready to be saved. The hold on the name begins now, and {@code company} has the time of
   * its end.
   */
  record Checked(Company company, NameKey name) {}

  /**
   * Checks step 1.
   *
   * @param before the registration before step 1 is saved
   * @throws Problem 400 with every invalid field
   */
  Checked check(Registration before, CompanyInput input) {
    List<FieldError> errors = new ArrayList<>();
    @Nullable NameKey name = name(input.name(), errors);
    @Nullable Email email = email(input.email(), errors);
    @Nullable String phone = phone(input.phone(), errors);
    Map<String, String> license = typeAndLicense(input, errors);
    credentials(before, input, errors);
    if (!errors.isEmpty() || name == null || email == null || phone == null) {
      throw Problem.invalid(errors);
    }
    boolean listed =
        input.listed() == null ? input.holder() == Holder.ORGANIZATION : input.listed();
    return new Checked(
        new Company(
            input.accountType(),
            input.holder(),
            name.display(),
            name.key(),
            names.holdEnd(),
            email,
            phone,
            license,
            listed),
        name);
  }

  private @Nullable NameKey name(String typed, List<FieldError> errors) {
    try {
      return names.read("name", typed);
    } catch (Problem refused) {
      errors.addAll(refused.details().errors());
      return null;
    }
  }

  private static @Nullable Email email(String typed, List<FieldError> errors) {
    Optional<Email> email = Email.find(typed);
    if (email.isEmpty()) {
      errors.add(new FieldError("email", "INVALID", "This is not a valid email address."));
    }
    return email.orElse(null);
  }

  private static @Nullable String phone(String typed, List<FieldError> errors) {
    Optional<String> phone = Phone.find(typed);
    if (phone.isEmpty()) {
      errors.add(Phone.error("phone"));
    }
    return phone.orElse(null);
  }

  private Map<String, String> typeAndLicense(CompanyInput input, List<FieldError> errors) {
    Optional<AccountSettings.AccountType> type = city.accounts().type(input.accountType());
    if (type.isEmpty()) {
      errors.add(new FieldError("accountType", "INVALID", "There is no such type of account."));
      return Map.of();
    }
    if (!type.get().holders().contains(input.holder())) {
      errors.add(
          new FieldError(
              "holder",
              "NOT_ALLOWED",
              "This type of account is not available to this kind of account holder."));
    }
    if (input.license() == null) {
      return Map.of();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), city.zone());
    errors.addAll(input.license().errors(type.get().license(), today));
    return input.license().given();
  }

  private void credentials(Registration before, CompanyInput input, List<FieldError> errors) {
    if (input.password() != null) {
      List<String> known = new ArrayList<>(List.of(input.name()));
      Email.find(input.email()).ifPresent(email -> known.add(email.localPart()));
      passwords.check("password", Password.of(input.password()), known).ifPresent(errors::add);
    } else if (!before.credentials()) {
      errors.add(new FieldError("password", "REQUIRED", "Choose a password."));
    }
    if (!before.credentials() || input.question() != null || input.answer() != null) {
      errors.addAll(questions.errors(input.question(), input.answer(), input.password()));
    }
  }
}
