package org.permitportal.accounts;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Member.Status;
import org.permitportal.platform.Addresses;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Item;
import org.permitportal.platform.Memberships;
import org.permitportal.platform.Recipient;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/**
 * Stores the memberships of accounts as {@code USER#id / MEMBER} in the accounts table. The table's
 * index {@code byAccount} finds the members of an account.
 *
 * <p>A write that ends sessions or changes the user's address also voids each recovery that the
 * user has begun ({@code recoveriesValidFrom}). Codes that were mailed earlier then no longer work.
 * Only {@link #recovering} voids no recovery.
 */
@Singleton
public class MembershipStore implements Memberships, Addresses {
  private static final String SORT = "MEMBER";
  private static final String RECOVERIES = "recoveriesValidFrom";
  private static final String INVITATIONS = "invitationsValidFrom";
  private static final String OWNER_SINCE = "ownerSince";
  private static final Duration REMEMBERED = Duration.ofDays(30);
  private final Table table;

  public MembershipStore(Tables tables) {
    this.table = tables.primed("accounts");
  }

  @Override
  public Optional<Membership> current(String userId, Instant authTime, String session) {
    return find(userId)
        .filter(member -> member.allows(authTime, session))
        .map(
            member ->
                new Membership(
                    member.accountId(), member.role(), member.email(), member.mailObstacle()));
  }

  @Override
  public List<Recipient> ofAccount(String accountId) {
    return recipients(
        members(accountId).stream().filter(member -> member.status() == Status.ACTIVE));
  }

  @Override
  public List<Recipient> ofUser(String userId) {
    return recipients(find(userId).stream().filter(member -> member.status() != Status.REMOVED));
  }

  @Override
  public List<Recipient> ofFormerUser(String userId) {
    return recipients(find(userId).stream().filter(member -> member.status() == Status.REMOVED));
  }

  /** Finds a user's membership; one strongly consistent read. */
  public Optional<Member> find(String userId) {
    return table.get(pk(userId), SORT).map(MembershipStore::member);
  }

  /**
   * Returns the language of a mail to an address.
   *
   * @param holder the id of the user who has the address, or null when nobody has it; both cases
   *     take one read, so that the response time does not reveal whether the address is in use
   * @param otherwise the language to return when nobody has the address
   */
  public String language(@Nullable String holder, String otherwise) {
    return find(holder == null ? "nobody" : holder).map(Member::language).orElse(otherwise);
  }

  /**
   * Returns the caller's membership; one read.
   *
   * @throws IllegalStateException when there is no membership; this can't happen, because the
   *     caller was checked
   */
  public Member of(Applicant applicant) {
    return find(applicant.userId())
        .orElseThrow(() -> new IllegalStateException("A caller without a membership"));
  }

  /**
   * Returns the active and the suspended members of an account. Removed members are not included.
   * This reads an index, so changes of the last moments may be missing.
   */
  public List<Member> members(String accountId) {
    return table.query("byAccount", "memberOf", "sk", memberOf(accountId)).all().stream()
        .map(MembershipStore::member)
        .toList();
  }

  /**
   * Returns the write that creates a membership. Its condition fails when the user already has one.
   */
  public Write create(Member member, Instant now) {
    return table.put(item(member, now)).whenAbsent();
  }

  /**
   * Returns the write that creates the membership of an invited colleague. It records the version
   * of the terms to which this person agreed. Its condition fails when the user already has a
   * membership.
   */
  public Write join(Member member, String termsVersion, Instant now) {
    return table
        .put(item(member, now).with("termsVersion", termsVersion).with("termsAcceptedAt", now))
        .whenAbsent();
  }

  /**
   * Returns the write that gives an active member another role. Its condition fails when the member
   * is no longer active, or when the member's role has changed since it was read.
   */
  public Write changeRole(Member member, MemberRole role, Instant now) {
    Write change =
        present(member)
            .when(
                "#status = :active AND #role = :was", "active", Status.ACTIVE, "was", member.role())
            .set("role", role);
    return role == MemberRole.OWNER && member.role() != MemberRole.OWNER
        ? change.set(OWNER_SINCE, now)
        : change;
  }

  /**
   * Returns the write that ends a membership permanently and at once. Its condition fails when the
   * member was already removed, or when the member's address or role has changed since it was read.
   * The member disappears from every list. The item remains for 30 days, so that the person can be
   * notified. Then the table's TTL removes it.
   */
  public Write remove(Member member, Instant now) {
    return present(member)
        .when(
            "#status <> :removed AND #email = :read AND #role = :role",
            "removed",
            Status.REMOVED,
            "read",
            member.email(),
            "role",
            member.role())
        .set("status", Status.REMOVED)
        .set(RECOVERIES, now)
        .set("ttl", now.plus(REMEMBERED).getEpochSecond())
        .remove("memberOf");
  }

  /** Returns a check, for a transaction, that a user is an active owner of the account. */
  public Write owning(String userId, String accountId) {
    return table
        .check(pk(userId), SORT)
        .when(
            "#accountId = :account AND #status = :active AND #role = :owner",
            "account",
            accountId,
            "active",
            Status.ACTIVE,
            "owner",
            MemberRole.OWNER);
  }

  /**
   * Returns a check, for a transaction, that a user is an active owner of the account and has been
   * an owner since {@code time} or longer. Memberships from before this was stored count as older.
   */
  public Write owningSince(String userId, String accountId, Instant time) {
    return owning(userId, accountId)
        .when("attribute_not_exists(#ownerSince) OR #ownerSince <= :time", "time", time);
  }

  /**
   * Returns a check, for a transaction, of {@link Member#invites}: an invitation that the user sent
   * at {@code time} can be accepted.
   */
  public Write inviting(String userId, String accountId, Instant time) {
    return owning(userId, accountId)
        .when(
            "attribute_not_exists(#invitationsValidFrom) OR #invitationsValidFrom < :time",
            "time",
            time);
  }

  /**
   * Returns a check, for a transaction, that the user is active and that a session that began at
   * {@code authTime} is not ended.
   */
  public Write allowing(String userId, Instant authTime) {
    return table
        .check(pk(userId), SORT)
        .when(
            "#status = :active AND #sessionsValidFrom <= :authTime",
            "active",
            Status.ACTIVE,
            "authTime",
            authTime);
  }

  /**
   * Returns the write that suspends an active member at once. An account's suspension suspends
   * every member.
   */
  public Write suspend(String userId, Instant now) {
    return update(userId)
        .when("#status = :active", "active", Status.ACTIVE)
        .set("status", Status.SUSPENDED)
        .set(RECOVERIES, now);
  }

  /** Returns the write that ends a member's suspension. */
  public Write reinstate(String userId) {
    return update(userId)
        .when("#status = :suspended", "suspended", Status.SUSPENDED)
        .set("status", Status.ACTIVE);
  }

  /**
   * Returns the write that ends the user's sessions at once and voids each recovery that the user
   * has begun. It ends all sessions, or all except {@code exempt}.
   *
   * @param now the current time; it is rounded up to the next second, because a token states in
   *     whole seconds when its session began, and sessions that began in this second must end too
   * @param exempt the {@code origin_jti} of the session that continues, or null
   */
  public Write endSessions(String userId, Instant now, @Nullable String exempt) {
    return ending(userId, now, exempt).set(RECOVERIES, now);
  }

  /** Returns the write that changes the user's name and language. */
  Write rename(String userId, String name, String language) {
    return update(userId).set("name", name).set("language", language);
  }

  /**
   * Returns the write that changes an active user's address to {@code to}, which was just proved.
   * Its condition fails when the user's address is no longer {@code from}.
   */
  Write readdress(String userId, String from, String to, Instant now) {
    return proven(userId, from, now).set("email", to).set(RECOVERIES, now);
  }

  /**
   * Returns the write that records that mail reaches an active user's address. Its condition fails
   * when the user is not active or has another address.
   */
  public Write proven(String userId, String email, Instant now) {
    Write update =
        update(userId)
            .when("#email = :from AND #status = :active", "from", email, "active", Status.ACTIVE);
    return MailObstacleStore.proven(update, now);
  }

  /**
   * Returns an update of the membership, to which the caller adds the changes. Its condition fails
   * when the user is removed or has another address.
   */
  Write reached(String userId, String email) {
    return update(userId)
        .when(
            "#email = :address AND #status <> :removed",
            "address",
            email,
            "removed",
            Status.REMOVED);
  }

  /**
   * Returns the write that ends the user's sessions and voids the invitations that the user sent,
   * for a recovery that began at {@code begun}. It voids no recovery, so that the user can repeat
   * the same recovery. Its condition fails when the user is not active or the recovery was voided.
   */
  public Write recovering(String userId, Instant begun, Instant now) {
    return ending(userId, now, null)
        .set(INVITATIONS, now)
        .when(
            "#status = :active AND (attribute_not_exists(#recoveriesValidFrom)"
                + " OR #recoveriesValidFrom <= :begun)",
            "active",
            Status.ACTIVE,
            "begun",
            begun);
  }

  /**
   * Returns the write that takes everything from somebody else who has used the user's login: it
   * ends all sessions and voids all recoveries and the invitations that the user sent.
   */
  public Write takingBack(String userId, Instant now) {
    return endSessions(userId, now, null).set(INVITATIONS, now);
  }

  /**
   * Runs {@link #takingBack}. Returns the user's membership, or empty when there is none. This
   * takes one database call.
   */
  public Optional<Member> takeBack(String userId, Instant now) {
    return Table.runReturning(takingBack(userId, now)).map(MembershipStore::member);
  }

  private Write ending(String userId, Instant now, @Nullable String exempt) {
    return update(userId)
        .set("sessionsValidFrom", now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1))
        .set("exemptSession", exempt);
  }

  private Write present(Member member) {
    return table
        .update(pk(member.userId()), SORT)
        .when("#accountId = :account", "account", member.accountId());
  }

  private Write update(String userId) {
    return table.update(pk(userId), SORT).whenPresent();
  }

  private static Item item(Member member, Instant now) {
    return Item.of(pk(member.userId()), SORT)
        .with(OWNER_SINCE, member.role() == MemberRole.OWNER ? now : null)
        .with("userId", member.userId())
        .with("memberOf", memberOf(member.accountId()))
        .with("accountId", member.accountId())
        .with("accountName", member.accountName())
        .with("role", member.role())
        .with("status", member.status())
        .with("name", member.name())
        .with("email", member.email())
        .with("language", member.language())
        .with("sessionsValidFrom", member.sessionsValidFrom())
        .with("exemptSession", member.exemptSession());
  }

  private static Member member(Item item) {
    return new Member(
        item.text("userId"),
        item.text("accountId"),
        item.text("accountName"),
        item.constant("role", MemberRole.class),
        item.constant("status", Status.class),
        item.text("name"),
        item.text("email"),
        item.text("language"),
        item.instant("sessionsValidFrom"),
        item.optionalText("exemptSession"),
        Objects.requireNonNullElse(item.optionalInstant(INVITATIONS), Instant.EPOCH),
        MailObstacleStore.of(item));
  }

  private static List<Recipient> recipients(Stream<Member> members) {
    return members.filter(member -> member.mailObstacle() == null).map(Member::recipient).toList();
  }

  private static String pk(String userId) {
    return "USER#" + userId;
  }

  private static String memberOf(String accountId) {
    return "ACCOUNT#" + accountId;
  }
}
