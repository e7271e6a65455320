package org.permitportal.credentials;

import java.time.Instant;
import java.util.Optional;
import org.permitportal.platform.SecretBox;

/**
 * The state of a recovery. The client keeps the ticket, which is encrypted; the portal does not
 * store it. So a recovery looks the same whether the user exists or not.
 */
sealed interface RecoveryTicket {
  /**
   * Returns the time at which the recovery began. When a user's recoveries are voided, all
   * recoveries that began before are void.
   */
  Instant begun();

  /** Returns the time at which the ticket expires. */
  Instant ends();

  /**
   * The ticket of a recovery whose question was asked.
   *
   * @param userId the username in the pool; for an unknown name it belongs to nobody
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
   * The ticket of a recovery after a right answer, for which a code was mailed.
   *
   * @param code the mailed code
   * @param email the address to which the code was mailed
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
                      // Tickets from the portal's previous version have a language before the name.
                      t[0], Instant.parse(t[1]), Instant.parse(t[2]), t[3], t[4], t[t.length - 1]));
    }

    @Override
    public String toString() {
      return "Answered[***]";
    }
  }
}
