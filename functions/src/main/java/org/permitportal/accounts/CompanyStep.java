package org.permitportal.accounts;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.City;
import org.permitportal.platform.City.Holder;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.Table;
import org.permitportal.platform.Transaction;
import org.permitportal.users.Email;
import org.permitportal.users.Password;
import org.permitportal.users.PasswordRules;
import org.permitportal.users.SecretAnswer;
import org.permitportal.users.UserPool;
import org.permitportal.users.UserPool.Question;

/** Step 1: the company or person, and the user who will sign in. */
@Singleton
public class CompanyStep {
  private final RegistrationStore registrations;
  private final CompanyNames names;
  private final UserPool pool;
  private final PasswordRules passwords;
  private final City city;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public CompanyStep(
      RegistrationStore registrations,
      CompanyNames names,
      UserPool pool,
      PasswordRules passwords,
      City city,
      Clock clock) {
    this.registrations = registrations;
    this.names = names;
    this.pool = pool;
    this.passwords = passwords;
    this.city = city;
    this.clock = clock;
  }

  /**
   * Saves step 1, holds its name and gives password and answer to the pool. The registration says
   * that the pool has them only when it has: what breaks off in between shows as missing.
   *
   * @param seen the version that the editor has seen
   * @throws Problem 400 with every field, 409 the name is another's, 410, 412
   */
  public RegistrationView save(String draftId, long seen, CompanyInput input) {
    Registration before = registrations.load(draftId).editable(clock).at(seen);
    List<FieldError> errors = new ArrayList<>();
    @Nullable NameKey name = name(input.name(), errors);
    @Nullable Email email = email(input.email(), errors);
    @Nullable String phone = phone(input.phone(), errors);
    Map<String, String> licence = typeAndLicence(input, errors);
    credentials(before, input, errors);
    if (!errors.isEmpty() || name == null || email == null || phone == null) {
      throw Problem.invalid(errors);
    }
    Instant heldUntil = names.holdEnd();
    boolean listed =
        input.listed() == null ? input.holder() == Holder.ORGANIZATION : input.listed();
    Company company =
        new Company(
            input.accountType(),
            input.holder(),
            name.display(),
            name.key(),
            heldUntil,
            email,
            phone,
            licence,
            listed);
    boolean changesUser = input.password() != null || input.answer() != null;
    Registration saved =
        before
            .with(company, input.question(), city, clock.instant())
            .withCredentials(before.credentials() && !changesUser);
    hold(before, saved, name, heldUntil);
    return RegistrationView.of(changesUser ? withUser(before, saved, input) : saved, city);
  }

  private void hold(Registration before, Registration saved, NameKey name, Instant until) {
    Transaction writes =
        new Transaction()
            .with(registrations.save(saved))
            .with(names.hold(name, saved.id(), until));
    Company old = before.company();
    boolean leaves = old != null && !old.nameKey().equals(name.key());
    if (leaves && old.nameHeldUntil().isAfter(clock.instant())) {
      writes.with(names.release(old.nameKey(), saved.id()));
    }
    OptionalInt refused = writes.run();
    if (refused.isPresent()) {
      if (refused.getAsInt() == 1) {
        throw names.refused(name, saved.id());
      }
      throw registrations.load(saved.id()).editable(clock).stale();
    }
    if (leaves && !old.nameHeldUntil().isAfter(clock.instant())) {
      // A hold that has run out may be another's by now: then it is left to them.
      Table.run(names.release(old.nameKey(), saved.id()));
    }
  }

  private Registration withUser(Registration before, Registration saved, CompanyInput input) {
    @Nullable Password password =
        input.password() == null ? null : Password.of(input.password());
    @Nullable Question question =
        input.question() == null || input.answer() == null
            ? null
            : new Question(input.question(), SecretAnswer.of(input.answer()).hash(random));
    if (before.credentials()) {
      pool.change(saved.userId(), question, password);
    } else if (question != null && password != null) {
      pool.prepare(saved.userId(), question, password);
    }
    if (!Table.run(registrations.credentialsSet(saved))) {
      throw registrations.load(saved.id()).editable(clock).stale();
    }
    return saved.withCredentials(true);
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
      errors.add(new FieldError("email", "INVALID", "This is no e-mail address."));
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

  private Map<String, String> typeAndLicence(CompanyInput input, List<FieldError> errors) {
    Optional<City.AccountType> type = city.accountType(input.accountType());
    if (type.isEmpty()) {
      errors.add(new FieldError("accountType", "INVALID", "There is no such type of account."));
      return Map.of();
    }
    if (!type.get().holders().contains(input.holder())) {
      errors.add(
          new FieldError("holder", "NOT_ALLOWED", "This type of account is for others only."));
    }
    if (input.licence() == null) {
      return Map.of();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), city.zone());
    errors.addAll(input.licence().errors(type.get().licence(), today));
    return input.licence().given();
  }

  private void credentials(Registration before, CompanyInput input, List<FieldError> errors) {
    if (input.password() != null) {
      List<String> known = new ArrayList<>(List.of(input.name()));
      Email.find(input.email()).ifPresent(email -> known.add(email.localPart()));
      passwords
          .check("password", Password.of(input.password()), known)
          .ifPresent(errors::add);
    } else if (!before.credentials()) {
      errors.add(new FieldError("password", "REQUIRED", "Choose a password."));
    }
    boolean wanted = !before.credentials() || input.question() != null || input.answer() != null;
    if (wanted && input.question() == null) {
      errors.add(new FieldError("question", "REQUIRED", "Choose a question."));
    } else if (wanted
        && city.secretQuestions().stream().noneMatch(q -> q.key().equals(input.question()))) {
      errors.add(new FieldError("question", "INVALID", "There is no such question."));
    }
    if (wanted && input.answer() == null) {
      errors.add(new FieldError("answer", "REQUIRED", "Answer the question."));
    } else if (input.answer() != null && SecretAnswer.of(input.answer()).tooShort()) {
      errors.add(
          new FieldError(
              "answer",
              "TOO_SHORT",
              "Answer with at least " + SecretAnswer.FEWEST + " letters or digits."));
    } else if (input.answer() != null && input.answer().equals(input.password())) {
      errors.add(
          new FieldError("answer", "SAME_AS_PASSWORD", "The answer can't be the password."));
    }
  }
}
