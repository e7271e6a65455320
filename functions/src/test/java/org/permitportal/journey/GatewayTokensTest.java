package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.permitportal.users.Password;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;

/**
 * Which tokens open which routes; the gateway's own answers are messages, the portal's problems.
 */
class GatewayTokensTest {
  private static final String CONTRACTORS_ROUTE = "getAccount";
  private static final String STAFF_ROUTE = "listLinkRequests";
  private static AnAccount account;
  private static AnAccount.Session contractor;
  private static AStaffMember.Session clerk;
  private static AStaffMember.Session inspector;
  private static String idToken;

  /** A row of the table. */
  private record Row(String what, String route, String token, int status) {}

  @BeforeAll
  static void signIn() {
    account = AnAccount.confirmed();
    clerk = AStaffMember.invited("clerk").enrolled();
    inspector = AStaffMember.invited("inspector").enrolled();
    contractor = account.signedIn();
    idToken =
        ThePool.COGNITO
            .adminInitiateAuth(
                i ->
                    i.userPoolId(ThePool.contractors())
                        .clientId(ThePortal.stack().physicalId("ContractorsClient"))
                        .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                        .authParameters(
                            Map.of(
                                "USERNAME",
                                contractor.claims().path("username").asText(),
                                "PASSWORD",
                                Password.of(account.password()).reveal())))
            .authenticationResult()
            .idToken();
  }

  @TestFactory
  Stream<DynamicTest> aRouteTakesItsOwnPoolsAccessTokensAlone() {
    String good = contractor.accessToken();
    return Stream.of(
            new Row("a contractor's token", CONTRACTORS_ROUTE, good, 200),
            new Row("a clerk's token", STAFF_ROUTE, clerk.accessToken(), 200),
            new Row("a staff token without the role", STAFF_ROUTE, inspector.accessToken(), 403),
            new Row("a contractor's token on a staff route", STAFF_ROUTE, good, 401),
            new Row(
                "a staff token on a contractor route", CONTRACTORS_ROUTE, clerk.accessToken(), 401),
            new Row("an ID token", CONTRACTORS_ROUTE, idToken, 403),
            new Row("an ID token on a staff route", STAFF_ROUTE, idToken, 401),
            new Row("a refresh token", CONTRACTORS_ROUTE, contractor.refreshToken(), 401),
            new Row(
                "another user in the claims",
                CONTRACTORS_ROUTE,
                changed(good, 1, claims -> claims.replace("\"username\":\"", "\"username\":\"X")),
                401),
            new Row(
                "no signing at all",
                CONTRACTORS_ROUTE,
                changed(good, 0, header -> header.replace("RS256", "none")),
                401),
            new Row(
                "no signature",
                CONTRACTORS_ROUTE,
                good.substring(0, good.lastIndexOf('.') + 1),
                401),
            new Row("a signature of another token", CONTRACTORS_ROUTE, swapped(good, idToken), 401),
            new Row("no JWT", CONTRACTORS_ROUTE, "nonsense", 401))
        .map(row -> DynamicTest.dynamicTest(row.what(), () -> holds(row)));
  }

  @Test
  void noTokenOpensNeitherRoute() {
    for (String route : new String[] {CONTRACTORS_ROUTE, STAFF_ROUTE}) {
      ApiCall.Answer answer = ApiCall.of(route).expect(401);
      assertThat(answer.text("/message")).isEqualTo("Unauthorized");
    }
  }

  @Test
  void anExpiredTokenOpensNothing() {
    String token = account.signedIn().accessToken();
    ThePortal.CLOCK.pass(Duration.ofMinutes(10).minusSeconds(2));
    ApiCall.of(CONTRACTORS_ROUTE).bearer(token).expect(200);
    ThePortal.CLOCK.pass(Duration.ofSeconds(3));
    assertThat(ApiCall.of(CONTRACTORS_ROUTE).bearer(token).expect(401).text("/message"))
        .isEqualTo("Unauthorized");
  }

  private static void holds(Row row) {
    ApiCall.Answer answer = ApiCall.of(row.route()).bearer(row.token()).expect(row.status());
    assertThat(answer.body().toString()).doesNotContain(row.token());
    if (row.status() == 401) {
      assertThat(answer.header("www-authenticate")).startsWith("Bearer");
    }
  }

  private static String changed(String token, int part, UnaryOperator<String> change) {
    String[] parts = token.split("\\.", -1);
    String before = new String(Base64.getUrlDecoder().decode(parts[part]), StandardCharsets.UTF_8);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    parts[part] =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(after.getBytes(StandardCharsets.UTF_8));
    return String.join(".", parts);
  }

  private static String swapped(String token, String other) {
    return token.substring(0, token.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
  }
}
