package org.permitportal.members;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.AccountProblem;
import org.permitportal.accounts.AccountStore;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.members.Invitation.State;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.Details;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.ProblemCode;
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
  private final Ids ids;
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
      Ids ids,
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
    this.ids = ids;
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
   * @param key the client's Idempotency-Key, or null. Only a repetition with the same key gets the
   *     same answer, so that nobody else who has the link is told that a login was made
   * @throws Problem 400 with every invalid field; 409 when the terms have changed, or another user
   *     has the e-mail address by now; 410 as in {@link InvitationLink#view}, and while another
   *     request accepts it
   */
  public Joined accept(String code, Form form, @Nullable String key) {
    Invitation invitation = link.find(code);
    String acceptor = Ids.hash(key == null ? ids.token() : key);
    if (invitation.state() == State.ACCEPTED) {
      return repeated(invitation, acceptor);
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
    Optional<ProblemCode> held =
        new GuardedTransaction()
            .with(
                invitations.hold(invitation, acceptor, clock.instant()),
                MemberProblem.INVITATION_ENDED)
            .with(
                pendingCleanup.note(
                    PendingCleanup.Kind.USER, userId, invitation.expiresAt().plus(GRACE)))
            .run();
    if (held.isPresent()) {
      return current(invitation, acceptor);
    }
    pool.prepare(
        userId, questions.answered(form.question(), form.answer()), Password.of(form.password()));
    pool.enable(userId);
    return join(invitation, email, form.name().strip(), acceptor);
  }

  private Joined join(Invitation invitation, Email email, String name, String acceptor) {
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
            .with(invitations.accept(invitation, acceptor, now), MemberProblem.INVITATION_ENDED)
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
    if (refused == MemberProblem.INVITATION_ENDED) {
      return current(invitation, acceptor);
    }
    throw Problem.of(refused);
  }

  /**
   * Answers a call whose invitation was not open any more. After a double click, the first request
   * has made the colleague a member.
   */
  private Joined current(Invitation before, String acceptor) {
    Invitation invitation =
        invitations.find(before.accountId(), before.id()).orElseThrow(InvitationLink::ended);
    if (invitation.state() != State.ACCEPTED) {
      throw InvitationLink.ended();
    }
    return repeated(invitation, acceptor);
  }

  /** Answers a repeated call. A member who was removed since can't come back by the same link. */
  private Joined repeated(Invitation invitation, String acceptor) {
    if (!acceptor.equals(invitation.acceptor())
        || memberships
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
