package org.permitportal.members;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Member;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Item;

/**
 * An owner's invitation to a colleague to join the account.
 *
 * @param company the account's name
 * @param name the colleague's name as the owner typed it, or null
 * @param language the language of mails to the colleague, one of the city's languages
 * @param invitedById the owner's user id
 * @param invitedBy the owner's name
 * @param acceptor the hash of the Idempotency-Key of the request that accepts or has accepted it,
 *     or null
 */
record Invitation(
    String id,
    String accountId,
    String company,
    String email,
    MemberRole role,
    @Nullable String name,
    String language,
    String invitedById,
    String invitedBy,
    Instant invitedAt,
    Instant expiresAt,
    State state,
    @Nullable String acceptor) {
  static final String SORT = "INVITATION#";

  /** The invitation's state. Only an open invitation that has not expired can be accepted. */
  enum State {
    OPEN,
    ACCEPTED,
    WITHDRAWN
  }

  /**
   * Returns the colleague's username in the pool. It is derived from the invitation's id, so
   * repeated calls create only one user.
   */
  String userId() {
    return Ids.derived(id, "user", "");
  }

  boolean open(Instant now) {
    return state == State.OPEN && expiresAt.isAfter(now);
  }

  /** Returns whether the invitation is open and the owner who sent it still {@code invites}. */
  boolean open(List<Member> members, Instant now) {
    return open(now)
        && members.stream()
            .anyMatch(member -> member.userId().equals(invitedById) && member.invites(invitedAt));
  }

  static String pk(String accountId) {
    return "ACCOUNT#" + accountId;
  }

  Item item() {
    return Item.of(pk(accountId), SORT + id)
        .with("invitationId", id)
        .with("accountId", accountId)
        .with("company", company)
        .with("email", email)
        .with("role", role)
        .with("name", name)
        .with("language", language)
        .with("invitedById", invitedById)
        .with("invitedBy", invitedBy)
        .with("invitedAt", invitedAt)
        .with("expiresAt", expiresAt)
        .with("state", state)
        .with("ttl", expiresAt.getEpochSecond());
  }

  static Invitation from(Item item) {
    return new Invitation(
        item.text("invitationId"),
        item.text("accountId"),
        item.text("company"),
        item.text("email"),
        item.constant("role", MemberRole.class),
        item.optionalText("name"),
        item.text("language"),
        item.text("invitedById"),
        item.text("invitedBy"),
        item.instant("invitedAt"),
        item.instant("expiresAt"),
        item.constant("state", State.class),
        item.optionalText("acceptor"));
  }
}
