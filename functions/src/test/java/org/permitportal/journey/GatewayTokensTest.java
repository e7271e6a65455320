package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Tests that the gateway itself refuses bad tokens, with a message. The access matrix tests which
 * callers may call an operation.
 */
class GatewayTokensTest {
  private static final String ROUTE = "getAccount";

  @Test
  void whatNobodyIssuedOpensNothing() {
    AnAccount account = AnAccount.confirmed();
    AnAccount.Session session = account.signedIn();
    String good = session.accessToken();
    ApiCall.of(ROUTE).bearer(good).expect(200);
    Map<String, String> tokens =
        Map.of(
            "a refresh token", session.refreshToken(),
            "another user in the claims",
                Forged.claims(good, c -> c.replace("\"username\":\"", "\"username\":\"X")),
            "no signing at all", Forged.header(good, h -> h.replace("RS256", "none")),
            "no signature", Forged.unsigned(good),
            "a signature of another token", Forged.signature(good, ThePool.idToken(account)),
            "no JWT", "nonsense");
    tokens.forEach(
        (what, token) -> {
          ApiCall.Answer answer = ApiCall.of(ROUTE).bearer(token).send();
          assertThat(answer.status()).as(what).isEqualTo(401);
          assertThat(answer.text("/message")).as(what).isEqualTo("Unauthorized");
          assertThat(answer.body().toString()).as(what).doesNotContain(token);
          assertThat(answer.header("www-authenticate")).as(what).startsWith("Bearer");
        });
  }

  @Test
  void anExpiredTokenOpensNothing() {
    String token = AnAccount.confirmed().signedIn().accessToken();
    ThePortal.clock().pass(Duration.ofMinutes(10).minusSeconds(2));
    ApiCall.of(ROUTE).bearer(token).expect(200);
    ThePortal.clock().pass(Duration.ofSeconds(3));
    assertThat(ApiCall.of(ROUTE).bearer(token).expect(401).text("/message"))
        .isEqualTo("Unauthorized");
  }
}
