package org.permitportal.accounts;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.Details;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.Transaction;

/** Updates an account's contact person and phone numbers. */
@Singleton
public class UpdateContact {
  private final AccountStore accounts;
  private final MembershipStore memberships;
  private final ContactForm form;

  public UpdateContact(AccountStore accounts, MembershipStore memberships, ContactForm form) {
    this.accounts = accounts;
    this.memberships = memberships;
    this.form = form;
  }

  /**
   * Saves the contact person and the company's phone number. When the caller has the contact
   * person's name, the caller's own name and language change too.
   *
   * @param seen the version of the account that the caller has read
   * @param companyPhone the company's phone number as it was typed
   * @param typed the contact, with phone numbers as they were typed
   * @throws Problem 400 with every invalid field; 412 when somebody else saved in the meantime
   */
  public Profile save(Applicant applicant, long seen, String companyPhone, Contact typed) {
    Account before = account(applicant);
    if (before.version() != seen) {
      throw stale(before);
    }
    Account saved = checked(before, companyPhone, typed);
    Transaction transaction = new Transaction().with(accounts.saveContact(saved));
    memberships
        .find(applicant.userId())
        .filter(member -> member.name().equals(before.contact().fullName()))
        .ifPresent(
            member ->
                transaction.with(
                    memberships.rename(
                        member.userId(), saved.contact().fullName(), saved.language())));
    if (!transaction.run().isEmpty()) {
      throw stale(account(applicant));
    }
    return Profile.of(saved, applicant);
  }

  private Account checked(Account before, String companyPhone, Contact typed) {
    List<FieldError> errors = new ArrayList<>();
    Optional<String> phone = Phone.find(companyPhone);
    if (phone.isEmpty()) {
      errors.add(Phone.error("companyPhone"));
    }
    try {
      Contact contact = form.checked(typed);
      if (phone.isPresent()) {
        return before.withContact(phone.get(), contact);
      }
    } catch (Problem refused) {
      errors.addAll(refused.details().errors());
    }
    throw Problem.invalid(errors);
  }

  private Account account(Applicant applicant) {
    return accounts
        .find(applicant.accountId())
        .orElseThrow(() -> new IllegalStateException("A membership without its account"));
  }

  private static Problem stale(Account now) {
    return Problem.of(
        RequestProblem.CHANGED_MEANWHILE, Details.NONE.withCurrentVersion(now.version()));
  }
}
