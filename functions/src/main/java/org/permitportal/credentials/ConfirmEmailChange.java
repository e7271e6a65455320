package org.permitportal.credentials;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.permitportal.accounts.AccountProblem;
import org.permitportal.accounts.EmailChanges;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Mailer;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;
import org.permitportal.users.Codes;
import org.permitportal.users.Email;
import org.permitportal.users.OneTimeLinks;

/** Replaces a user's e-mail address when a mailed code has proved the new address. */
@Singleton
public class ConfirmEmailChange {
  /**
   * The purpose of the link that undoes a change. The link stores the user's id as {@code userId}.
   */
  static final String UNDO = "undo-email";

  private final EmailChanges changes;
  private final MembershipStore memberships;
  private final Codes codes;
  private final OneTimeLinks links;
  private final Mailer mailer;
  private final String portalUrl;
  private final Clock clock;

  ConfirmEmailChange(
      EmailChanges changes,
      MembershipStore memberships,
      Codes codes,
      OneTimeLinks links,
      Mailer mailer,
      @Value("${portal.url}") String portalUrl,
      Clock clock) {
    this.changes = changes;
    this.memberships = memberships;
    this.codes = codes;
    this.links = links;
    this.mailer = mailer;
    this.portalUrl = portalUrl;
    this.clock = clock;
  }

  /**
   * Changes the address if the code that was mailed to the new address is right. Before the change,
   * the old address gets a mail with a link that undoes the change. Repeating the call after the
   * change succeeds without doing anything. If the typed address is the current one, the address
   * remains. The code then proves that mail reaches the address again, and the mail obstacle is
   * removed.
   *
   * @param typed the new address as it was typed
   * @param code the code from the mail
   * @throws Problem 400 for a wrong code; 409 when no code is open, when another user has the new
   *     address by now, or when an earlier change can still be undone; 429 after too many wrong
   *     codes; 503 when the mail can't be sent now
   */
  public void confirm(Applicant applicant, String typed, String code) {
    Email email = RequestEmailChange.read(typed);
    Member member = memberships.of(applicant);
    boolean same = member.email().equals(email.value());
    if (same && member.mailObstacle() == null) {
      return;
    }
    Codes.Use use = RequestEmailChange.use(changes, member.userId(), email);
    codes.check(use, "code", code);
    if (same) {
      arrived(member, use);
      return;
    }
    if (changes.holder(email, member.userId()).isPresent()) {
      throw Problem.of(AccountProblem.EMAIL_TAKEN);
    }
    OneTimeLinks.Issued link =
        links.issue(changes.table(), UNDO, Map.of("userId", member.userId()), EmailChanges.UNDO);
    mailer.deliver(
        member.recipient(),
        Mail.EMAIL_CHANGED,
        Map.of(
            "name", member.accountName(),
            "email", email.value(),
            "days", Long.toString(EmailChanges.UNDO.toDays()),
            "portal", portalUrl + "/undo-email#code=" + link.code()));
    List<Write> move = changes.make(member, email, link.expiresAt());
    List<Write> refused =
        new Transaction().with(move).with(codes.end(use)).with(link.write()).run();
    if (!refused.isEmpty()) {
      // Only a concurrent request gets here.
      throw Problem.of(
          refused.contains(move.getFirst())
              ? AccountProblem.EMAIL_TAKEN
              : ProfileProblem.EMAIL_CHANGED_RECENTLY);
    }
  }

  private void arrived(Member member, Codes.Use use) {
    Write proven = memberships.proven(member.userId(), member.email(), clock.instant());
    if (!new Transaction().with(proven).with(codes.end(use)).run().isEmpty()) {
      // Only a concurrent change of the address gets here.
      throw Problem.of(ProfileProblem.EMAIL_CHANGED_RECENTLY);
    }
  }
}
