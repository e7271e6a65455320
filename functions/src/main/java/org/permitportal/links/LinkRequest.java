package org.permitportal.links;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.permitportal.permits.Party;
import org.permitportal.permits.PermitFacts;
import org.permitportal.permits.PermitSort;
import org.permitportal.platform.Item;

/**
 * An account's request for a link to a permit. The table keeps only the latest request of each
 * account for each permit.
 *
 * @param id the request's id; it is the same when a client repeats a call with its Idempotency-Key
 * @param accountName the account's name at the time of the request
 * @param accountNumber the account's number at the time of the request
 * @param permitNumber the permit's number, copied for lists that do not read the permit
 * @param address the address of the work, in one line
 * @param role the key of the requested role; after an approval, the key of the given role
 * @param userId the id of the user who made the request
 * @param decidedBy the user id of the staff member who decided, shown only to staff; null for an
 *     open or withdrawn request
 * @param answer the staff member's reason for a refusal
 * @param earlier staff's last decision on an earlier request that this request replaced
 * @param version counts the changes to all requests of this account for this permit
 */
public record LinkRequest(
    String permitId,
    String accountId,
    String id,
    String accountName,
    String accountNumber,
    String permitNumber,
    String address,
    String role,
    String reason,
    State state,
    String userId,
    Instant requestedAt,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    @Nullable String answer,
    @Nullable Decision earlier,
    long version) {
  static final String PREFIX = PermitSort.LINK.start();
  static final String QUEUE = "LINK";

  /** The states of a request. */
  public enum State {
    OPEN,
    APPROVED,
    REFUSED,
    WITHDRAWN
  }

  /**
   * A staff member's decision on a request.
   *
   * @param decidedBy the user id of the staff member; null when an earlier version of the portal
   *     recorded none
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Decision(
      State state, Instant decidedAt, @Nullable String decidedBy, @Nullable String answer) {
    private Item write() {
      return Item.nested()
          .with("state", state)
          .with("decidedAt", decidedAt)
          .with("decidedBy", decidedBy)
          .with("answer", answer);
    }

    private static @Nullable Decision read(@Nullable Item item) {
      return item == null
          ? null
          : new Decision(
              item.constant("state", State.class),
              item.instant("decidedAt"),
              item.optionalText("decidedBy"),
              item.optionalText("answer"));
    }
  }

  /**
   * Returns staff's last decision on this request or on the requests it replaced; null when there
   * is none.
   */
  @Nullable Decision lastDecision() {
    return decidedAt == null || state == State.OPEN || state == State.WITHDRAWN
        ? earlier
        : new Decision(state, decidedAt, decidedBy, answer);
  }

  static String sort(String accountId) {
    return PREFIX + accountId;
  }

  static boolean isOne(Item item) {
    return item.sk().startsWith(PREFIX);
  }

  /** Returns this request with the state APPROVED. */
  LinkRequest approved(String givenRole, String staffId, Instant now) {
    return closed(State.APPROVED, givenRole, now, staffId, null);
  }

  /** Returns this request with the state REFUSED. */
  LinkRequest refused(String why, String staffId, Instant now) {
    return closed(State.REFUSED, role, now, staffId, why);
  }

  /** Returns this request with the state WITHDRAWN. */
  LinkRequest withdrawn(Instant now) {
    return closed(State.WITHDRAWN, role, now, null, null);
  }

  private LinkRequest closed(
      State to, String newRole, Instant now, @Nullable String staffId, @Nullable String why) {
    return new LinkRequest(
        permitId,
        accountId,
        id,
        accountName,
        accountNumber,
        permitNumber,
        address,
        newRole,
        reason,
        to,
        userId,
        requestedAt,
        now,
        staffId,
        why,
        earlier,
        version + 1);
  }

  /**
   * Returns the item to store. An open request is in the staff queue. An open or refused request is
   * on the account's dashboard, where the latest request comes first.
   */
  Item item() {
    String order = Item.stamp(requestedAt) + "#" + permitId + "#" + accountId;
    boolean shown = state == State.OPEN || state == State.REFUSED;
    return Item.of(PermitFacts.key(permitId), sort(accountId))
        .with("accountId", accountId)
        .with("requestId", id)
        .with("accountName", accountName)
        .with("accountNumber", accountNumber)
        .with("permitNumber", permitNumber)
        .with("address", address)
        .with("role", role)
        .with("reason", reason)
        .with("state", state)
        .with("userId", userId)
        .with("requestedAt", requestedAt)
        .with("decidedAt", decidedAt)
        .with("decidedBy", decidedBy)
        .with("answer", answer)
        .with("earlier", earlier == null ? null : earlier.write())
        .with("version", version)
        .with("queue", state == State.OPEN ? QUEUE : null)
        .with("queueSort", state == State.OPEN ? order : null)
        .with("party", shown ? Party.dashboard(accountId) : null)
        .with("partySort", shown ? Party.requested(requestedAt) + "#" + permitId : null);
  }

  static LinkRequest from(Item item) {
    return new LinkRequest(
        item.pk().substring(PermitFacts.key("").length()),
        item.text("accountId"),
        item.text("requestId"),
        item.text("accountName"),
        item.text("accountNumber"),
        item.text("permitNumber"),
        item.text("address"),
        item.text("role"),
        item.text("reason"),
        item.constant("state", State.class),
        item.text("userId"),
        item.instant("requestedAt"),
        item.optionalInstant("decidedAt"),
        item.optionalText("decidedBy"),
        item.optionalText("answer"),
        Decision.read(item.nested("earlier")),
        item.number("version"));
  }
}
