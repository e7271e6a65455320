package org.permitportal.matrix;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of callers that the access matrix tries.
 *
 * @see Callers
 */
enum Who {
  NOBODY(Shows.NOTHING, null, null),
  EXPIRED_DRAFT(Shows.DRAFT_TOKEN, Door.REGISTRATION_EXPIRED, null),
  OTHER_DRAFT(Shows.DRAFT_TOKEN, Door.NOT_FOUND, null),
  OWN_DRAFT(Shows.DRAFT_TOKEN, null, null),
  EXPIRED(Shows.CONTRACTORS_TOKEN, Door.GATEWAY_401, null),
  TAMPERED(Shows.CONTRACTORS_TOKEN, Door.GATEWAY_401, null),
  ID_TOKEN(Shows.CONTRACTORS_TOKEN, Door.GATEWAY_403, null),
  REMOVED(Shows.CONTRACTORS_TOKEN, Door.SESSION_ENDED, null),
  SUSPENDED(Shows.CONTRACTORS_TOKEN, Door.SESSION_ENDED, null),
  OTHER_COMPANY(Shows.CONTRACTORS_TOKEN, null, "owner"),
  READ_ONLY(Shows.CONTRACTORS_TOKEN, null, "read-only"),
  MEMBER(Shows.CONTRACTORS_TOKEN, null, "member"),
  OWNER(Shows.CONTRACTORS_TOKEN, null, "owner"),
  STAFF_EXPIRED(Shows.STAFF_TOKEN, Door.GATEWAY_401, null),
  STAFF_TAMPERED(Shows.STAFF_TOKEN, Door.GATEWAY_401, null),
  STAFF_ID_TOKEN(Shows.STAFF_TOKEN, Door.GATEWAY_403, null),
  INSPECTOR(Shows.STAFF_TOKEN, null, "inspector"),
  REVIEWER(Shows.STAFF_TOKEN, null, "reviewer"),
  CLERK(Shows.STAFF_TOKEN, null, "clerk"),
  ADMIN(Shows.STAFF_TOKEN, null, "admin");

  /** The kinds of credentials that callers send. */
  enum Shows {
    NOTHING,
    DRAFT_TOKEN,
    CONTRACTORS_TOKEN,
    STAFF_TOKEN
  }

  private final Shows shows;

  /**
   * The refusal that these callers get from every operation that requires their kind of token. Null
   * when the result depends on the operation.
   */
  private final @Nullable Door refusal;

  private final @Nullable String role;

  Who(Shows shows, @Nullable Door refusal, @Nullable String role) {
    this.shows = shows;
    this.refusal = refusal;
    this.role = role;
  }

  Shows shows() {
    return shows;
  }

  @Nullable Door refusal() {
    return refusal;
  }

  /** Returns the role's name in {@code x-portal-roles}. */
  @Nullable String role() {
    return role;
  }
}
