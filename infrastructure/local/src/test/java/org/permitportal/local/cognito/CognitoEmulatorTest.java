package org.permitportal.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.permitportal.local.cognito.Bench.PASSWORD;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

/**
 * Tests the emulator's start, its files, its settings, and its refusals of calls and settings that
 * it does not emulate.
 */
final class CognitoEmulatorTest {
  @TempDir Path folder;

  @Test
  void usersKeysAndRefreshTokensSurviveARestart() {
    MovableClock clock = new MovableClock();
    String user;
    String access;
    String refresh;
    CognitoEmulator first = Bench.emulator(folder, clock, "{}", "{}");
    try (first) {
      @SuppressWarnings("resource") // Closing it would delete its users.
      Bench bench = Bench.open(first, clock);
      user = bench.user();
      access = bench.tokens(user).accessToken();
      refresh = bench.tokens(user).refreshToken();
    }
    try (Bench bench = Bench.open(Bench.emulator(folder, clock, "{}", "{}"), clock)) {
      assertThat(bench.pool).isEqualTo(first.poolId("Contractors"));
      assertThat(bench.client).isEqualTo(first.clientId("ContractorsClient"));
      assertThat(bench.tokens(user).accessToken()).isNotBlank();
      assertThat(bench.cognito.getUser(it -> it.accessToken(access)).username()).isEqualTo(user);
      assertThat(bench.refresh(refresh).accessToken()).isNotBlank();
    }
  }

  @Test
  void noPasswordAndNoTokenIsOnDisk() throws Exception {
    try (Bench bench = Bench.open(folder, "{}", "{}")) {
      String refresh = bench.tokens(bench.user()).refreshToken();
      try (var files = Files.walk(folder)) {
        assertThat(files.filter(file -> file.toString().endsWith(".json")).toList())
            .hasSize(1)
            .allSatisfy(
                file ->
                    assertThat(Files.readString(file))
                        .contains("ana@example.org")
                        .doesNotContain(PASSWORD, refresh));
      }
    }
  }

  @Test
  void idsLookLikeThoseOfAws() {
    try (CognitoEmulator emulator = Bench.emulator(folder, new MovableClock(), "{}", "{}")) {
      assertThat(emulator.poolId("Contractors")).matches("us-east-1_[0-9A-Za-z]{9}");
      assertThat(emulator.clientId("ContractorsClient")).matches("[0-9a-z]{26}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"LambdaConfig": {}}                        | {} | Contractors.LambdaConfig
          {"AutoVerifiedAttributes": ["email"]}       | {} | Contractors.AutoVerifiedAttributes
          {"AdminCreateUserConfig": {"AllowAdminCreateUserOnly": false}} | {} | AllowAdminCreateUserOnly
          {"AccountRecoverySetting": {"RecoveryMechanisms": null}} | {} | RecoveryMechanisms
          {"EnabledMfas": ["SMS_MFA"]}                | {} | Contractors.EnabledMfas
          {"UserPoolTier": "LITE"}                    | {} | RefreshTokenRotation.Feature
          {"Policies": {"SignInPolicy": {}}}          | {} | Contractors.Policies.SignInPolicy
          {} | {"GenerateSecret": true}                          | ContractorsClient.GenerateSecret
          {} | {"ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"]}    | ALLOW_USER_SRP_AUTH
          {} | {"ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"]} | ALLOW_REFRESH_TOKEN_AUTH
          {} | {"AccessTokenValidity": 4}                        | AccessTokenValidity
          {} | {"AuthSessionValidity": 16}                       | AuthSessionValidity
          {} | {"CallbackURLs": []}                              | ContractorsClient.CallbackURLs
          """)
  void aSettingNobodyEmulatesStopsTheStartByName(String pool, String client, String named) {
    assertThatThrownBy(() -> Bench.emulator(folder, new MovableClock(), pool, client))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }

  @Test
  void whereCodesAreRequiredTheFirstSignInSetsThemUp() {
    try (Bench bench = Bench.open(folder, "{\"MfaConfiguration\": \"ON\"}", "{}")) {
      String user = bench.user();
      var challenge = bench.login(user, PASSWORD);
      assertThat(challenge.challengeNameAsString()).isEqualTo("MFA_SETUP");
      Map<String, String> name = Map.of("USERNAME", user);
      assertThatThrownBy(() -> bench.answer("MFA_SETUP", challenge.session(), name))
          .hasMessageContaining("User has not verified software token mfa");
      var setUp = bench.cognito.associateSoftwareToken(it -> it.session(challenge.session()));
      assertThatThrownBy(() -> bench.answer("MFA_SETUP", challenge.session(), name))
          .isInstanceOf(NotAuthorizedException.class)
          .hasMessageContaining("session can only be used once");
      String code = Totp.code(setUp.secretCode(), bench.now());
      var verified =
          bench.cognito.verifySoftwareToken(it -> it.session(setUp.session()).userCode(code));
      assertThat(bench.answer("MFA_SETUP", verified.session(), name)).isNotNull();
      assertThat(bench.login(user, PASSWORD).challengeNameAsString())
          .isEqualTo("SOFTWARE_TOKEN_MFA");
    }
  }

  @Test
  void anAdministratorCanHaveCodesSetUpAgain() {
    try (Bench bench = Bench.open(folder, "{\"MfaConfiguration\": \"ON\"}", "{}")) {
      String user = bench.user();
      String session = bench.login(user, PASSWORD).session();
      var setUp = bench.cognito.associateSoftwareToken(it -> it.session(session));
      String code = Totp.code(setUp.secretCode(), bench.now());
      bench.cognito.verifySoftwareToken(it -> it.session(setUp.session()).userCode(code));
      bench.cognito.adminSetUserMFAPreference(
          it ->
              it.userPoolId(bench.pool)
                  .username(user)
                  .softwareTokenMfaSettings(off -> off.enabled(false)));
      assertThat(bench.login(user, PASSWORD).challengeNameAsString()).isEqualTo("MFA_SETUP");
    }
  }

  @Test
  void withoutRotationOneRefreshTokenServesUntilItExpires() {
    String plain =
        """
        {"RefreshTokenRotation": {"Feature": "DISABLED"},
         "ExplicitAuthFlows": ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]}
        """;
    try (Bench bench = Bench.open(folder, "{}", plain)) {
      String refresh = bench.tokens(bench.user()).refreshToken();
      bench.pass(Duration.ofHours(11));
      assertThat(bench.refresh(refresh).refreshToken()).isNull();
      assertThat(bench.refresh(refresh).accessToken()).isNotBlank();
    }
  }

  @Test
  void withoutGraceARotatedTokenIsRefusedAtOnce() {
    String strict = "{\"RefreshTokenRotation\": {\"RetryGracePeriodSeconds\": 0}}";
    try (Bench bench = Bench.open(folder, "{}", strict)) {
      String refresh = bench.tokens(bench.user()).refreshToken();
      bench.refresh(refresh);
      assertThatThrownBy(() -> bench.refresh(refresh))
          .isInstanceOf(CognitoIdentityProviderException.class)
          .hasMessageContaining("rotated");
    }
  }

  @Test
  void whatIsNotEmulatedSaysSo() {
    try (Bench bench = Bench.open(folder, "{}", "{}")) {
      assertThatThrownBy(() -> bench.cognito.listGroups(it -> it.userPoolId(bench.pool)))
          .isInstanceOfSatisfying(
              CognitoIdentityProviderException.class,
              refusal ->
                  assertThat(refusal.awsErrorDetails().errorCode())
                      .isEqualTo("UnknownOperationException"))
          .hasMessageContaining("ListGroups is not emulated");
      assertThatThrownBy(
              () -> bench.cognito.listUsers(it -> it.userPoolId(bench.pool).filter("x = \"y\"")))
          .hasMessageContaining("ListUsers with Filter is not emulated");
    }
  }

  @Test
  void anUnsignedCallIsNoAdministrators() throws Exception {
    try (CognitoEmulator emulator = Bench.emulator(folder, new MovableClock(), "{}", "{}");
        HttpClient http = HttpClient.newHttpClient()) {
      String body =
          "{\"UserPoolId\": \"%s\", \"Username\": \"x\"}".formatted(emulator.poolId("Contractors"));
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(emulator.endpoint()))
                  .header("X-Amz-Target", "AWSCognitoIdentityProviderService.AdminGetUser")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      JsonNode refusal = Bench.json(answer.body());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(refusal.path("__type").asText()).isEqualTo("MissingAuthenticationTokenException");
    }
  }

  @Test
  void aDocumentThatIsNotThereIsNotFound() throws Exception {
    try (CognitoEmulator emulator = Bench.emulator(folder, new MovableClock(), "{}", "{}");
        HttpClient http = HttpClient.newHttpClient()) {
      URI elsewhere = URI.create(emulator.endpoint() + "/us-east-1_x/.well-known/jwks.json");
      HttpRequest request = HttpRequest.newBuilder(elsewhere).build();
      assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void aRefusedSettingLeavesNoPortTaken() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Pool open = new Pool("Open", Bench.json("{}"), Map.of(), List.of());
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(
              () -> CognitoEmulator.start(folder, new MovableClock(), port, List.of(open)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void thePortalsOwnPoolsAreEmulated() throws Exception {
    String template = Files.readString(Path.of("..", "identity.yaml"));
    Map<String, Object> plain = new Yaml().load(template.replaceAll("!(Ref|GetAtt|Sub) ", ""));
    JsonNode resources = Bench.JSON.valueToTree(plain).path("Resources");
    List<Pool> pools =
        Stream.of("Contractors", "Staff")
            .map(
                who ->
                    new Pool(
                        who + "Pool",
                        resources.path(who + "Pool").path("Properties"),
                        Map.of(who + "Client", resources.path(who + "Client").path("Properties")),
                        List.of("clerk")))
            .toList();
    try (CognitoEmulator emulator = CognitoEmulator.start(folder, new MovableClock(), 0, pools)) {
      assertThat(emulator.poolId("ContractorsPool")).isNotEqualTo(emulator.poolId("StaffPool"));
    }
  }

  @Test
  void whereCaseDoesNotCountAUsernameIsFoundInAnyCase() {
    String folding = "{\"UsernameConfiguration\": {\"CaseSensitive\": false}}";
    try (Bench bench = Bench.open(folder, folding, "{}")) {
      String user = bench.user();
      assertThat(bench.tokens(user.toUpperCase(Locale.ROOT)).accessToken()).isNotBlank();
    }
    try (Bench bench = Bench.open(folder.resolve("other"), "{}", "{}")) {
      String user = bench.user();
      assertThatThrownBy(() -> bench.tokens(user.toUpperCase(Locale.ROOT)))
          .isInstanceOf(NotAuthorizedException.class);
    }
  }
}
