package org.permitportal.members;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.AccountStore;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.accounts.SecurityMail;
import org.permitportal.members.Invitation.State;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Mail;
import org.permitportal.platform.MailTexts;
import org.permitportal.platform.Mailer;
import org.permitportal.platform.Outage;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Recipient;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.Table;
import org.permitportal.users.Email;
import org.permitportal.users.MailsToAddress;
import org.permitportal.users.OneTimeLinks;
import org.permitportal.users.Reauthentication;

/** Invites colleagues to join an account. */
@Singleton
public class Invitations {
  static final String PURPOSE = "invitation";

  /**
   * How long an invitation is valid. A week allows for a vacation. A link in a forgotten mail soon
   * becomes void.
   */
  private static final Duration LIFE = Duration.ofDays(7);

  /**
   * The largest number of open invitations of an account. It is low, because an owner can make the
   * city send an invitation to any address.
   */
  private static final int MOST_OPEN = 10;

  /**
   * The largest number of members and open invitations of an account together. No office that files
   * permits has so many people. There is a limit, because each member gets the account's notices by
   * mail.
   */
  private static final int MOST_PEOPLE = 25;

  private static final int TRIES = 6;
  private final InvitationStore invitations;
  private final MembershipStore memberships;
  private final AccountStore accounts;
  private final OneTimeLinks links;
  private final MailsToAddress mails;
  private final Mailer mailer;
  private final SecurityMail securityMail;
  private final Reauthentication reauthentication;
  private final City city;
  private final Ids ids;
  private final Clock clock;
  private final String portalUrl;

  Invitations(
      InvitationStore invitations,
      MembershipStore memberships,
      AccountStore accounts,
      OneTimeLinks links,
      MailsToAddress mails,
      Mailer mailer,
      SecurityMail securityMail,
      Reauthentication reauthentication,
      City city,
      Ids ids,
      Clock clock,
      @Value("${portal.url}") String portalUrl) {
    this.invitations = invitations;
    this.memberships = memberships;
    this.accounts = accounts;
    this.links = links;
    this.mails = mails;
    this.mailer = mailer;
    this.securityMail = securityMail;
    this.reauthentication = reauthentication;
    this.city = city;
    this.ids = ids;
    this.clock = clock;
    this.portalUrl = portalUrl;
  }

  /**
   * The colleague whom an owner wants to invite. If {@code language} is null, the colleague gets
   * mails in the language of the owner's request.
   *
   * @param password the owner's password, which is required to invite another owner
   */
  public record Wish(
      String email,
      MemberRole role,
      @Nullable String name,
      @Nullable String language,
      @Nullable String password) {
    @Override
    public String toString() {
      return "Wish[***]";
    }
  }

  /**
   * Invites a colleague by mail. If the address already belongs to a user, the mail says so. The
   * response and the work are the same in both cases.
   *
   * @param key the client's Idempotency-Key, or null; repeating the same request with the same key
   *     returns the same invitation
   * @throws Problem 400 for an invalid address or language, or a wrong password; 403 when the
   *     caller is no longer an owner; 409 when the person is already a member or invited, or there
   *     are too many members and invitations; 429 after too many mails; 503 when the mail was not
   *     sent, and then the invitation is deleted
   */
  public InvitationView invite(Applicant caller, Wish wish, @Nullable String key) {
    Email email =
        Email.find(wish.email())
            .orElseThrow(
                () -> Problem.invalid("email", "INVALID", "This is not a valid email address."));
    String language = wish.language() == null ? caller.origin().language() : wish.language();
    if (!city.languages().contains(language)) {
      throw Problem.invalid("language", "INVALID", "The portal is not available in this language.");
    }
    if (wish.role() == MemberRole.OWNER) {
      reauthentication.require(caller, wish.password());
    }
    Member owner = memberships.find(caller.userId()).orElseThrow(Problem::notFound);
    Invitation invitation = made(owner, wish, email, language, key);
    if (!placed(invitation)) {
      Invitation before =
          invitations.find(caller.accountId(), invitation.id()).orElseThrow(Problem::notFound);
      if (before.state() != State.OPEN || invitations.mailed(before)) {
        return InvitationView.of(before);
      }
      invitation = before;
    }
    mail(invitation, email);
    return InvitationView.of(invitation);
  }

  private Invitation made(
      Member owner, Wish wish, Email email, String language, @Nullable String key) {
    String content = String.join("\n", "inviteMember", email.value(), wish.role().name(), language);
    // Items store times in whole milliseconds. So a repeated call gets the same answer.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Invitation(
        key == null ? ids.ulid() : Ids.derived(owner.accountId(), content, key),
        owner.accountId(),
        owner.accountName(),
        email.value(),
        wish.role(),
        wish.name() == null || wish.name().isBlank() ? null : wish.name().strip(),
        language,
        owner.userId(),
        owner.name(),
        now,
        now.plus(LIFE),
        State.OPEN,
        null);
  }

  /**
   * Writes the invitation unless the account has reached a limit.
   *
   * @return false when the invitation existed already
   */
  private boolean placed(Invitation invitation) {
    for (int i = 0; i < TRIES; i++) {
      List<Member> members = memberships.members(invitation.accountId());
      InvitationStore.Counted counted =
          invitations.counted(invitation.accountId(), members, clock.instant());
      if (counted.open().stream().anyMatch(other -> other.id().equals(invitation.id()))) {
        return false;
      }
      refuseWhenFull(invitation, members, counted.open());
      InvitationStore.Placed placed =
          invitations.create(
              invitation,
              counted.round(),
              memberships.inviting(
                  invitation.invitedById(), invitation.accountId(), invitation.invitedAt()));
      if (placed == InvitationStore.Placed.NOT_ALLOWED) {
        throw Problem.of(RequestProblem.OWNER_ONLY);
      }
      if (placed != InvitationStore.Placed.OUTRUN) {
        return placed == InvitationStore.Placed.WRITTEN;
      }
    }
    throw Outage.problem();
  }

  private static void refuseWhenFull(
      Invitation invitation, List<Member> members, List<Invitation> open) {
    if (members.stream().anyMatch(member -> member.email().equals(invitation.email()))) {
      throw Problem.of(MemberProblem.ALREADY_MEMBER);
    }
    if (open.stream().anyMatch(other -> other.email().equals(invitation.email()))) {
      throw Problem.of(MemberProblem.ALREADY_INVITED);
    }
    if (open.size() >= MOST_OPEN || members.size() + open.size() >= MOST_PEOPLE) {
      throw Problem.of(MemberProblem.TOO_MANY_MEMBERS);
    }
  }

  /**
   * Tells all owners of the account about the invitation of another owner. The link in the mail is
   * for an invitation that somebody else sent with the login of the person who invites.
   */
  private void tellOwners(Invitation invitation) {
    if (invitation.role() != MemberRole.OWNER) {
      return;
    }
    for (Member member : memberships.members(invitation.accountId())) {
      if (member.role() == MemberRole.OWNER && member.status() == Member.Status.ACTIVE) {
        securityMail.tell(
            member.recipient(),
            Mail.OWNER_INVITED,
            invitation.invitedById(),
            Map.of(
                "name", invitation.company(),
                "by", invitation.invitedBy(),
                "email", invitation.email()));
      }
    }
  }

  private void mail(Invitation invitation, Email email) {
    try {
      mails.count(email);
      tellOwners(invitation);
      String holder = accounts.holder(email).orElse(null);
      String language = memberships.language(holder, invitation.language());
      OneTimeLinks.Issued link =
          links.issue(
              invitations.table(),
              PURPOSE,
              Map.of("account", invitation.accountId(), "invitation", invitation.id()),
              LIFE);
      Table.run(link.write());
      mailer.send(
          new Recipient(email.value(), language),
          holder == null ? Mail.INVITATION : Mail.INVITATION_ELSEWHERE,
          Map.of(
              "company", invitation.company(),
              "by", invitation.invitedBy(),
              "roleKey", MailTexts.memberRole(invitation.role()),
              "expiresDay", LocalDate.ofInstant(link.expiresAt(), city.zone()).toString(),
              "code", link.code(),
              "portal", portalUrl));
    } catch (Problem unsent) {
      invitations.forget(invitation);
      throw unsent;
    }
    invitations.mailSent(invitation);
  }
}
