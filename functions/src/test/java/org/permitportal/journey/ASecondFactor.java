package org.permitportal.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.permitportal.journey.AnAccount.Session;

/**
 * An authenticator app that an account's owner has enrolled through the API.
 *
 * @param secret the app's secret
 * @param recoveryCodes the recovery codes that the owner has received
 */
public record ASecondFactor(String secret, List<String> recoveryCodes) {
  public static ASecondFactor of(AnAccount account, Session session) {
    String secret =
        ApiCall.of("enrolTotp")
            .bearer(session.accessToken())
            .json("password", account.password())
            .expect(200)
            .text("/secret");
    JsonNode codes =
        ApiCall.of("confirmTotp")
            .bearer(session.accessToken())
            .json("code", ThePool.code(secret))
            .expect(200)
            .body()
            .path("recoveryCodes");
    return new ASecondFactor(
        secret, StreamSupport.stream(codes.spliterator(), false).map(JsonNode::asText).toList());
  }

  /** Returns a code of the app that was not used yet. */
  public String nextCode() {
    ThePortal.clock().pass(Duration.ofSeconds(30));
    return ThePool.code(secret);
  }

  String wrongCode() {
    return ThePool.wrongCode(secret);
  }
}
