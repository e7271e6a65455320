package org.permitportal.local.cognito;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/**
 * A user pool for testing rules, either emulated or real. It offers the calls that most rules begin
 * with.
 */
final class Bench implements AutoCloseable {
  static final String PASSWORD = "Harbor-lantern-42";
  static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode POOL =
      json(
          """
          {"UserPoolTier": "ESSENTIALS", "MfaConfiguration": "OPTIONAL",
           "EnabledMfas": ["SOFTWARE_TOKEN_MFA"],
           "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": true},
           "AccountRecoverySetting":
             {"RecoveryMechanisms": [{"Name": "admin_only", "Priority": 1}]},
           "Policies": {"PasswordPolicy": {"MinimumLength": 8, "RequireLowercase": true,
             "RequireUppercase": false, "RequireNumbers": false, "RequireSymbols": false}},
           "Schema": [
             {"Name": "answer", "AttributeDataType": "String", "Mutable": true,
              "StringAttributeConstraints": {"MaxLength": "20"}},
             {"Name": "draft", "AttributeDataType": "String", "Mutable": false}]}
          """);
  private static final JsonNode CLIENT =
      json(
          """
          {"ExplicitAuthFlows": ["ALLOW_ADMIN_USER_PASSWORD_AUTH"],
           "AccessTokenValidity": 10, "IdTokenValidity": 10, "RefreshTokenValidity": 12,
           "TokenValidityUnits":
             {"AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "hours"},
           "RefreshTokenRotation": {"Feature": "ENABLED", "RetryGracePeriodSeconds": 60},
           "EnableTokenRevocation": true, "PreventUserExistenceErrors": "ENABLED",
           "ReadAttributes": ["email", "email_verified"], "WriteAttributes": ["locale"]}
          """);

  final CognitoIdentityProviderClient cognito;
  final String pool;
  final String client;
  final String issuer;
  final MovableClock clock;
  private final @Nullable CognitoEmulator emulator;
  private final List<String> users = new ArrayList<>();

  private Bench(@Nullable CognitoEmulator emulator, MovableClock clock) {
    this.emulator = emulator;
    this.clock = clock;
    var builder =
        CognitoIdentityProviderClient.builder().httpClient(UrlConnectionHttpClient.create());
    if (emulator == null) {
      String region = System.getProperty("cognito.region", "us-east-1");
      this.pool = System.getProperty("cognito.pool", "");
      this.client = System.getProperty("cognito.client", "");
      this.issuer = "https://cognito-idp." + region + ".amazonaws.com/" + pool;
      this.cognito = builder.region(Region.of(region)).build();
    } else {
      this.pool = emulator.poolId("Contractors");
      this.client = emulator.clientId("ContractorsClient");
      this.issuer = emulator.issuer("Contractors");
      this.cognito =
          builder
              .region(Region.US_EAST_1)
              .endpointOverride(URI.create(emulator.endpoint()))
              .credentialsProvider(
                  StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
              .build();
    }
  }

  static boolean real() {
    return System.getProperty("cognito.pool") != null;
  }

  /**
   * Opens the real pool that the system properties name. Without these properties, opens an
   * emulated pool with changed settings.
   *
   * @param poolChanges JSON with changes to the pool's properties
   * @param clientChanges JSON with changes to the client's properties
   */
  static Bench open(Path folder, String poolChanges, String clientChanges) {
    MovableClock clock = new MovableClock();
    return new Bench(real() ? null : emulator(folder, clock, poolChanges, clientChanges), clock);
  }

  static Bench open(CognitoEmulator emulator, MovableClock clock) {
    return new Bench(emulator, clock);
  }

  static CognitoEmulator emulator(
      Path folder, MovableClock clock, String poolChanges, String clientChanges) {
    try {
      JsonNode pool = JSON.readerForUpdating(POOL.deepCopy()).readTree(poolChanges);
      JsonNode client = JSON.readerForUpdating(CLIENT.deepCopy()).readTree(clientChanges);
      Pool contractors =
          new Pool(
              "Contractors", pool, Map.of("ContractorsClient", client), List.of("clerk", "admin"));
      return CognitoEmulator.start(folder, clock, 0, List.of(contractors));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AttributeType attribute(String name, String value) {
    return AttributeType.builder().name(name).value(value).build();
  }

  /** Returns the attributes' values by name. The SDK's {@code toString} hides the values. */
  static Map<String, String> values(List<AttributeType> attributes) {
    return attributes.stream().collect(Collectors.toMap(AttributeType::name, AttributeType::value));
  }

  /**
   * Returns a new user name. If a rule creates a user with this name, closing the bench deletes the
   * user.
   */
  String name() {
    String name = "rule-" + UUID.randomUUID();
    users.add(name);
    return name;
  }

  /** Creates a user who can sign in with {@link #PASSWORD}, and returns the user's name. */
  String user() {
    String name = invited("Temporary-lantern-1");
    setPassword(name, PASSWORD);
    return name;
  }

  /** Creates a user who has only a temporary password, and returns the user's name. */
  String invited(String temporaryPassword) {
    String name = name();
    cognito.adminCreateUser(
        create ->
            create
                .userPoolId(pool)
                .username(name)
                .temporaryPassword(temporaryPassword)
                .userAttributes(attribute("email", "ana@example.org"))
                .messageAction(MessageActionType.SUPPRESS));
    return name;
  }

  void setPassword(String name, String password) {
    cognito.adminSetUserPassword(
        set -> set.userPoolId(pool).username(name).password(password).permanent(true));
  }

  void disable(String name) {
    cognito.adminDisableUser(disable -> disable.userPoolId(pool).username(name));
  }

  AdminInitiateAuthResponse login(String name, String password) {
    return cognito.adminInitiateAuth(
        login ->
            login
                .userPoolId(pool)
                .clientId(client)
                .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                .authParameters(Map.of("USERNAME", name, "PASSWORD", password)));
  }

  AuthenticationResultType tokens(String name) {
    return login(name, PASSWORD).authenticationResult();
  }

  AuthenticationResultType refresh(String refreshToken) {
    return cognito
        .getTokensFromRefreshToken(refresh -> refresh.clientId(client).refreshToken(refreshToken))
        .authenticationResult();
  }

  /** Answers a challenge and returns the tokens. */
  AuthenticationResultType answer(
      String challenge, @Nullable String session, Map<String, String> responses) {
    return cognito
        .adminRespondToAuthChallenge(
            answer ->
                answer
                    .userPoolId(pool)
                    .clientId(client)
                    .challengeName(challenge)
                    .session(session)
                    .challengeResponses(responses))
        .authenticationResult();
  }

  /** Enrolls an authenticator app, makes it the preferred factor and returns its secret. */
  String enrol(String name) {
    String access = tokens(name).accessToken();
    String secret = cognito.associateSoftwareToken(setUp -> setUp.accessToken(access)).secretCode();
    String code = Totp.code(secret, now());
    cognito.verifySoftwareToken(verify -> verify.accessToken(access).userCode(code));
    cognito.adminSetUserMFAPreference(
        prefer ->
            prefer
                .userPoolId(pool)
                .username(name)
                .softwareTokenMfaSettings(totp -> totp.enabled(true).preferredMfa(true)));
    return secret;
  }

  Instant now() {
    return real() ? Instant.now() : clock.instant();
  }

  static JsonNode claims(String token) {
    return json(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8));
  }

  void pass(Duration time) {
    clock.pass(time);
  }

  @Override
  public void close() {
    for (String user : users) {
      try {
        cognito.adminDeleteUser(delete -> delete.userPoolId(pool).username(user));
      } catch (UserNotFoundException alreadyGone) {
        // A rule about deleting has deleted the user already.
      }
    }
    cognito.close();
    if (emulator != null) {
      emulator.close();
    }
  }
}
