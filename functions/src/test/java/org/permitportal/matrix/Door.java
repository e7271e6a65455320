package org.permitportal.matrix;

import java.util.EnumSet;
import java.util.Set;
import org.permitportal.journey.ApiCall;

/** The results of the access check of an operation. */
enum Door {
  /** The access is allowed. The operation itself may still refuse the request. */
  OPEN(0),
  /** The gateway's own refusals, before any function is called. */
  GATEWAY_401(401),
  GATEWAY_403(403),
  /** The portal's refusals, by their problem codes. */
  NOT_SIGNED_IN(401),
  SESSION_ENDED(401),
  READ_ONLY(403),
  OWNER_ONLY(403),
  NOT_ALLOWED(403),
  NOT_FOUND(404),
  REGISTRATION_EXPIRED(410);

  private static final Set<Door> GATEWAY = EnumSet.of(GATEWAY_401, GATEWAY_403);
  private final int status;

  Door(int status) {
    this.status = status;
  }

  /**
   * Returns the result of the access check that an answer shows. A refusal for another reason means
   * that the access was allowed.
   */
  static Door of(ApiCall.Answer answer) {
    for (Door door : values()) {
      if (door.status == answer.status()
          && (GATEWAY.contains(door)
              ? answer.body().has("message")
              : door.name().equals(answer.body().path("code").asText()))) {
        return door;
      }
    }
    return OPEN;
  }
}
