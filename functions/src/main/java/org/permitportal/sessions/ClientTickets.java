package org.permitportal.sessions;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.permitportal.users.SignIn.Ask;
import org.permitportal.users.SignIn.Challenge;
import org.permitportal.users.SignIn.Tokens;

/**
 * Packs our own fields and Cognito's token into one string, which a client keeps for us. Our fields
 * need no signature. Cognito's token works only for its own user, and a refresh compares our fields
 * with the user and session that Cognito returns.
 */
final class ClientTickets {
  private static final String SEPARATOR = "\n";
  private static final Pattern OWN = Pattern.compile("[!-~]{1,254}");

  private ClientTickets() {}

  /**
   * A refresh token with its user and session. We cannot read Cognito's token. With these fields we
   * can check the membership before we exchange the token.
   */
  record Ticket(String userId, String session, Instant authTime, String refreshToken) {
    static Ticket of(Tokens tokens) {
      return new Ticket(
          tokens.userId(), tokens.session(), tokens.authTime(), tokens.refreshToken());
    }

    static Optional<Ticket> find(String text) {
      return opened(
          text,
          3,
          (own, rest) ->
              new Ticket(own[0], own[1], Instant.ofEpochSecond(Long.parseLong(own[2])), rest));
    }

    String text() {
      return sealed(List.of(userId, session, Long.toString(authTime.getEpochSecond())))
          + refreshToken;
    }

    boolean isOf(Tokens tokens) {
      return userId.equals(tokens.userId()) && session.equals(tokens.session());
    }

    @Override
    public String toString() {
      return "Ticket[***]";
    }
  }

  static String text(Challenge challenge) {
    return sealed(List.of(challenge.ask().name(), challenge.userId())) + challenge.session();
  }

  static Optional<Challenge> challenge(String text) {
    return opened(text, 2, (own, rest) -> new Challenge(Ask.valueOf(own[0]), own[1], rest, null));
  }

  private static String sealed(List<String> own) {
    return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(String.join(SEPARATOR, own).getBytes(StandardCharsets.UTF_8))
        + ".";
  }

  /** Unpacks our fields and Cognito's token; empty when the text does not have our form. */
  private static <T> Optional<T> opened(
      String text, int count, BiFunction<String[], String, T> made) {
    int end = text.indexOf('.');
    if (end < 0) {
      return Optional.empty();
    }
    try {
      byte[] own = Base64.getUrlDecoder().decode(text.substring(0, end));
      String[] parts = new String(own, StandardCharsets.UTF_8).split(SEPARATOR, -1);
      // Our fields become parts of DynamoDB keys, and the length of keys is limited.
      boolean ours = parts.length == count && Arrays.stream(parts).allMatch(OWN.asMatchPredicate());
      return ours ? Optional.of(made.apply(parts, text.substring(end + 1))) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }
}
