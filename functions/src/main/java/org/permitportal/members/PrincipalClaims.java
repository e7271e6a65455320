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
import org.permitportal.accounts.Account;
import org.permitportal.accounts.AccountStore;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.accounts.Principals;
import org.permitportal.platform.AccountSettings.PrincipalClaimRule;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.City;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Problem;
import org.permitportal.platform.ProblemCode;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.Write;
import org.permitportal.users.Reauthentication;

/**
 * Lets another owner become the principal when the principal does not hand over, for example
 * because the person has left the company. Only an owner of some days can claim this. All members
 * are notified at once. The claim takes effect some days later; until then the principal can refuse
 * it. The city sets both numbers of days.
 */
@Singleton
public class PrincipalClaims {
  private final PrincipalClaimStore claims;
  private final MembershipStore memberships;
  private final AccountStore accounts;
  private final Principals principals;
  private final PendingCleanup pendingCleanup;
  private final Reauthentication reauthentication;
  private final Outbox outbox;
  private final City city;
  private final Clock clock;
  private final String portalUrl;

  PrincipalClaims(
      PrincipalClaimStore claims,
      MembershipStore memberships,
      AccountStore accounts,
      Principals principals,
      PendingCleanup pendingCleanup,
      Reauthentication reauthentication,
      Outbox outbox,
      City city,
      Clock clock,
      @Value("${portal.url}") String portalUrl) {
    this.claims = claims;
    this.memberships = memberships;
    this.accounts = accounts;
    this.principals = principals;
    this.pendingCleanup = pendingCleanup;
    this.reauthentication = reauthentication;
    this.outbox = outbox;
    this.city = city;
    this.clock = clock;
    this.portalUrl = portalUrl;
  }

  /**
   * Claims the company's name for the caller.
   *
   * @param password the caller's password
   * @throws Problem 400 for a wrong password; 403 when the caller is no longer an owner; 409 when
   *     the caller is the principal or has not been an owner for long enough, or another claim is
   *     open; 429 after too many wrong passwords
   */
  public PrincipalClaimView claim(Applicant caller, String password) {
    reauthentication.check(caller, "password", password);
    Account account = account(caller.accountId());
    String principal = principals.of(account).orElseThrow(Problem::notFound);
    if (principal.equals(caller.userId())) {
      throw Problem.of(MemberProblem.PRINCIPAL_ALREADY);
    }
    PrincipalClaimRule rule = city.accounts().principalClaim();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    PrincipalClaim claim =
        new PrincipalClaim(
            account.accountId(),
            caller.userId(),
            memberships.of(caller).name(),
            principal,
            now,
            now.plus(Duration.ofDays(rule.refusalDays())));
    Instant latest = now.minus(Duration.ofDays(rule.ownerDays()));
    refuse(
        new GuardedTransaction()
            .with(
                memberships.owningSince(caller.userId(), account.accountId(), latest),
                MemberProblem.OWNER_TOO_SHORT)
            .with(claims.create(claim), MemberProblem.CLAIM_OPEN)
            .with(
                pendingCleanup.note(
                    PendingCleanup.Kind.CLAIM, account.accountId(), claim.effectiveAt()))
            .with(outbox.write(claimed(account, claim))));
    return PrincipalClaimView.of(claim);
  }

  /**
   * Ends the account's open claim: the principal refuses it, or its owner withdraws it. Repeating
   * the call changes nothing.
   *
   * @throws Problem 403 when the caller is neither of them
   */
  public void end(Applicant caller) {
    PrincipalClaim claim = claims.open(caller.accountId()).orElse(null);
    if (claim == null) {
      return;
    }
    Account account = account(caller.accountId());
    boolean principal = principals.of(account).filter(caller.userId()::equals).isPresent();
    if (!principal && !claim.claimantId().equals(caller.userId())) {
      throw Problem.of(MemberProblem.PRINCIPAL_ONLY);
    }
    // A refusal means that another request has just ended the claim.
    new GuardedTransaction()
        .with(claims.end(claim), RequestProblem.CHANGED_MEANWHILE)
        .with(pendingCleanup.done(PendingCleanup.Kind.CLAIM, account.accountId()))
        .with(outbox.write(ended(account, claim)))
        .run();
  }

  /** Returns the writes that end a claim of the account, if one is open, for a handing over. */
  List<Write> drop(String accountId) {
    return List.of(
        claims.drop(accountId), pendingCleanup.done(PendingCleanup.Kind.CLAIM, accountId));
  }

  /**
   * Carries out an account's claim that takes effect now. If the owner who claimed is no longer an
   * owner, or the principal has changed since, the claim only ends.
   */
  void settle(String accountId) {
    PrincipalClaim claim = claims.open(accountId).orElse(null);
    if (claim != null && !claim.effectiveAt().isAfter(clock.instant())) {
      settle(account(accountId), claim);
    }
  }

  private void settle(Account account, PrincipalClaim claim) {
    GuardedTransaction handOver =
        ending(claim)
            .with(
                memberships.owning(claim.claimantId(), account.accountId()),
                RequestProblem.OWNER_ONLY)
            .with(outbox.write(handedOver(account, claim)));
    principals
        .handOver(account, claim.principalId(), claim.claimantId())
        .forEach(write -> handOver.with(write, MemberProblem.PRINCIPAL_ONLY));
    if (handOver.run().isPresent()) {
      ending(claim).run();
    }
  }

  private GuardedTransaction ending(PrincipalClaim claim) {
    return new GuardedTransaction()
        .with(claims.end(claim), RequestProblem.CHANGED_MEANWHILE)
        .with(pendingCleanup.done(PendingCleanup.Kind.CLAIM, claim.accountId()));
  }

  private Notice claimed(Account account, PrincipalClaim claim) {
    String day = LocalDate.ofInstant(claim.effectiveAt(), city.zone()).toString();
    return new Notice(
        Mail.PRINCIPAL_CLAIMED,
        account.accountId(),
        Map.of(
            "company",
            account.name(),
            "member",
            claim.claimant(),
            "effectiveDay",
            day,
            "portal",
            portalUrl));
  }

  private static Notice ended(Account account, PrincipalClaim claim) {
    return new Notice(
        Mail.PRINCIPAL_CLAIM_ENDED,
        account.accountId(),
        Map.of("company", account.name(), "member", claim.claimant()));
  }

  private static Notice handedOver(Account account, PrincipalClaim claim) {
    return new Notice(
        Mail.PRINCIPAL_CHANGED,
        account.accountId(),
        Map.of("company", account.name(), "member", claim.claimant()));
  }

  private static void refuse(GuardedTransaction writes) {
    ProblemCode refused = writes.run().orElse(null);
    if (refused != null) {
      throw Problem.of(refused);
    }
  }

  private Account account(String accountId) {
    return accounts
        .find(accountId)
        .orElseThrow(() -> new IllegalStateException("A claim without its account"));
  }
}
