package org.permitportal.registrations;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.CompanyNames;
import org.permitportal.accounts.NameKey;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Table;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;
import org.permitportal.users.Password;
import org.permitportal.users.SecretQuestions;
import org.permitportal.users.UserPool;
import org.permitportal.users.UserPool.Question;

/** Saves step 1: the company or person, and the user who will sign in. */
@Singleton
public class CompanyStep {
  private final RegistrationStore registrations;
  private final CompanyNames names;
  private final UserPool pool;
  private final SecretQuestions questions;
  private final CompanyForm form;
  private final City city;
  private final Clock clock;

  public CompanyStep(
      RegistrationStore registrations,
      CompanyNames names,
      UserPool pool,
      SecretQuestions questions,
      CompanyForm form,
      City city,
      Clock clock) {
    this.registrations = registrations;
    this.names = names;
    this.pool = pool;
    this.questions = questions;
    this.form = form;
    this.city = city;
    this.clock = clock;
  }

  /**
   * Saves step 1, holds the name for the registration, and sets the password and the secret
   * question in the user pool. The registration records these credentials only after the pool has
   * them. If a save stops before that, the credentials are shown as missing, and the same request
   * can be sent again.
   *
   * @param seen the version of the registration that the registrant has seen
   * @throws Problem 400 with every invalid field; 409 when somebody else has the name; 410 when the
   *     registration has ended; 412 when the registration was changed in the meantime
   */
  public RegistrationView save(String draftId, long seen, CompanyInput input) {
    Registration now = registrations.load(draftId).editable(clock);
    boolean changesUser = input.password() != null || input.answer() != null;
    boolean brokeOff = changesUser && !now.credentials() && now.version() == seen + 1;
    CompanyForm.Checked checked = form.check(brokeOff ? now : now.at(seen), input);
    Registration before = brokeOff && checked.company().sameAs(now.company()) ? now : now.at(seen);
    Registration saved =
        before
            .withCompany(checked.company(), input.question(), city, clock.instant())
            .withCredentials(before.credentials() && !changesUser);
    hold(before, saved, checked.name());
    return RegistrationView.of(
        changesUser ? withUser(before, saved, input) : saved, city, clock.instant());
  }

  private void hold(Registration before, Registration saved, NameKey name) {
    Company company = saved.company();
    Instant until = company == null ? clock.instant() : company.nameHeldUntil();
    Company old = before.company();
    @Nullable String left = old == null || old.nameKey().equals(name.key()) ? null : old.nameKey();
    boolean held = old != null && old.nameHeldUntil().isAfter(clock.instant());
    Write hold = names.hold(name, saved.id(), until);
    Transaction writes = new Transaction().with(registrations.save(saved)).with(hold);
    if (left != null && held) {
      writes.with(names.release(left, saved.id()));
    }
    List<Write> refused = writes.run();
    if (!refused.isEmpty()) {
      throw refused.getFirst() == hold
          ? names.refused(name, saved.id())
          : registrations.load(saved.id()).editable(clock).stale();
    }
    if (left != null && !held) {
      // The hold has expired, so somebody else may hold the name by now. Then the condition fails,
      // and their hold stays.
      Table.run(names.release(left, saved.id()));
    }
  }

  private Registration withUser(Registration before, Registration saved, CompanyInput input) {
    @Nullable Password password = input.password() == null ? null : Password.of(input.password());
    @Nullable Question question =
        input.question() == null || input.answer() == null
            ? null
            : questions.answered(input.question(), input.answer());
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
}
