package org.permitportal.matrix;

import java.util.EnumSet;
import java.util.Set;
import org.permitportal.journey.ApiCall;

/** How an operation's door is answered. */
enum Door {
  /** Whoever called is let in; what then becomes of the request is the operation's matter. */
  OPEN(0),
  /** The gateway's own refusals, which come before any function. */
  GATEWAY_401(401),
  GATEWAY_403(403),
  /** The portal's, by their codes. */
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

  /** What an answer says of the door; a refusal of another reason was made inside. */
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
