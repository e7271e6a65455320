package org.permitportal.members;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.permitportal.accounts.AccountProblem;
import org.permitportal.accounts.AccountStore;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.members.Invitation.State;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.City;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.Details;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.ProblemCode;
import org.permitportal.platform.Table;
import org.permitportal.users.Email;
import org.permitportal.users.Password;
import org.permitportal.users.PasswordRules;
import org.permitportal.users.SecretQuestions;
import org.permitportal.users.UserPool;

/**
 * Lets an invited colleague accept an invitation. First the user is created in the pool. This user
 * can do nothing without a membership. Then one transaction creates the membership, stores the user
 * as the holder of the e-mail address, and marks the invitation as accepted. A call that stops
 * before this transaction can be run again from the start. After the transaction, a repeated call
 * gets the same answer.
 */
@Singleton
public class AcceptInvitation {
  /**
   * How long after the invitation's end the sweep waits, because a call that began just before the
   * end may still be running.
   */
  private static final Duration GRACE = Duration.ofHours(1);

  private final InvitationStore invitations;
  private final MembershipStore memberships;
  private final AccountStore accounts;
  private final PendingCleanup pendingCleanup;
  private final InvitationLink link;
  private final UserPool pool;
  private final PasswordRules passwords;
  private final SecretQuestions questions;
  private final Outbox outbox;
  private final City city;
  private final Clock clock;

  AcceptInvitation(
      InvitationStore invitations,
      MembershipStore memberships,
      AccountStore accounts,
      PendingCleanup pendingCleanup,
      InvitationLink link,
      UserPool pool,
      PasswordRules passwords,
      SecretQuestions questions,
      Outbox outbox,
      City city,
      Clock clock) {
    this.invitations = invitations;
    this.memberships = memberships;
    this.accounts = accounts;
    this.pendingCleanup = pendingCleanup;
    this.link = link;
    this.pool = pool;
    this.passwords = passwords;
    this.questions = questions;
    this.outbox = outbox;
    this.city = city;
    this.clock = clock;
  }

  /**
   * The data that the colleague enters.
   *
   * @param termsVersion the version of the terms that this person has read and agreed to
   */
  public record Form(
      String name, String password, String question, String answer, String termsVersion) {
    @Override
    public String toString() {
      return "Form[***]";
    }
  }

  /** A new membership. The colleague can sign in with the e-mail address at once. */
  @Serdeable
  public record Joined(String company, String email, MemberRole role) {}

  /**
   * Makes the colleague a member.
   *
   * @param code the code of the invitation's link
   * @throws Problem 400 with every invalid field; 409 when the terms have changed, or another user
   *     has the e-mail address by now; 410 as in {@link InvitationLink#view}
   */
  public Joined accept(String code, Form form) {
    Invitation invitation = link.find(code);
    if (invitation.state() == State.ACCEPTED) {
      return repeated(invitation);
    }
    link.requireOpen(invitation);
    if (!form.termsVersion().equals(city.terms().version())) {
      throw Problem.of(
          AccountProblem.TERMS_CHANGED,
          Details.NONE.withSuggestions(List.of(city.terms().version())));
    }
    Email email = new Email(invitation.email());
    check(invitation, email, form);
    String userId = invitation.userId();
    Table.run(
        pendingCleanup.note(PendingCleanup.Kind.USER, userId, invitation.expiresAt().plus(GRACE)));
    pool.prepare(
        userId, questions.answered(form.question(), form.answer()), Password.of(form.password()));
    pool.enable(userId);
    return join(invitation, email, form.name().strip());
  }

  private Joined join(Invitation invitation, Email email, String name) {
    Instant now = clock.instant();
    String userId = invitation.userId();
    Member member =
        new Member(
            userId,
            invitation.accountId(),
            invitation.company(),
            invitation.role(),
            Member.Status.ACTIVE,
            name,
            email.value(),
            invitation.language(),
            Instant.EPOCH,
            null,
            Instant.EPOCH,
            null);
    ProblemCode refused =
        new GuardedTransaction()
            .with(invitations.accept(invitation, now), MemberProblem.INVITATION_ENDED)
            .with(
                memberships.inviting(
                    invitation.invitedById(), invitation.accountId(), invitation.invitedAt()),
                MemberProblem.INVITATION_ENDED)
            .with(accounts.active(invitation.accountId()), MemberProblem.INVITATION_ENDED)
            .with(accounts.claim(email, userId, invitation.accountId()), AccountProblem.EMAIL_TAKEN)
            .with(memberships.join(member, city.terms().version(), now))
            .with(pendingCleanup.done(PendingCleanup.Kind.USER, userId))
            .with(outbox.write(userId, joined(invitation, name)))
            .run()
            .orElse(null);
    if (refused == null) {
      return answer(invitation);
    }
    Invitation current =
        invitations
            .find(invitation.accountId(), invitation.id())
            .orElseThrow(InvitationLink::ended);
    if (current.state() == State.ACCEPTED) {
      // A double click: the first request has made the colleague a member.
      return repeated(current);
    }
    throw Problem.of(refused);
  }

  /**
   * Answers a repeated call. A member who is no longer active gets the problem that the invitation
   * has ended.
   */
  private Joined repeated(Invitation invitation) {
    if (memberships
        .find(invitation.userId())
        .filter(member -> member.status() == Member.Status.ACTIVE)
        .isEmpty()) {
      throw InvitationLink.ended();
    }
    pool.enable(invitation.userId());
    return answer(invitation);
  }

  private void check(Invitation invitation, Email email, Form form) {
    List<FieldError> errors = new ArrayList<>();
    passwords
        .check(
            "password",
            Password.of(form.password()),
            List.of(invitation.company(), email.localPart(), form.name()))
        .ifPresent(errors::add);
    errors.addAll(questions.errors(form.question(), form.answer(), form.password()));
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  private static Notice joined(Invitation invitation, String name) {
    return new Notice(
        Mail.MEMBER_JOINED,
        invitation.invitedById(),
        Map.of("company", invitation.company(), "member", name, "email", invitation.email()));
  }

  private static Joined answer(Invitation invitation) {
    return new Joined(invitation.company(), invitation.email(), invitation.role());
  }
}
