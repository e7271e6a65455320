package org.permitportal.credentials;

import java.time.Instant;
import java.util.Optional;
import org.permitportal.platform.SecretBox;

/**
 * How far a recovery has come. The client keeps it, encrypted, so the portal stores nothing. A
 * recovery for a user who does not exist therefore leaves as little behind as any other, and looks
 * the same.
 */
sealed interface RecoveryTicket {
  /**
   * When the recovery began. Voiding a user's recoveries voids those that began before that moment.
   */
  Instant begun();

  /** When the ticket expires. */
  Instant ends();

  /**
   * The ticket after the question was asked.
   *
   * @param userId the pool's username; it may be one that nobody has
   */
  record Asked(String userId, Instant begun, Instant ends) implements RecoveryTicket {
    String sealed(SecretBox box) {
      return box.seal("recovery asked", userId + "\n" + begun + "\n" + ends);
    }

    static Optional<Asked> find(SecretBox box, String text) {
      return box.open("recovery asked", text)
          .map(t -> t.split("\n", -1))
          .map(t -> new Asked(t[0], Instant.parse(t[1]), Instant.parse(t[2])));
    }

    @Override
    public String toString() {
      return "Asked[***]";
    }
  }

  /**
   * The ticket after a right answer, when a code was mailed.
   *
   * @param code the mailed code
   * @param email the address to which it was mailed
   * @param name the account's name
   */
  record Answered(
      String userId, Instant begun, Instant ends, String code, String email, String name)
      implements RecoveryTicket {
    String sealed(SecretBox box) {
      return box.seal(
          "recovery answered",
          String.join("\n", userId, begun.toString(), ends.toString(), code, email, name));
    }

    static Optional<Answered> find(SecretBox box, String text) {
      return box.open("recovery answered", text)
          .map(t -> t.split("\n", -1))
          .map(
              t ->
                  new Answered(
                      // Tickets of the version before have a language in front of the name.
                      t[0], Instant.parse(t[1]), Instant.parse(t[2]), t[3], t[4], t[t.length - 1]));
    }

    @Override
    public String toString() {
      return "Answered[***]";
    }
  }
}
