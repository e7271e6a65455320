package org.permitportal.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an app client.
 *
 * @param grace the time for which a refresh token can still be used after its exchange
 * @param hidesUsers whether an unknown user gets the same refusal as a wrong password
 * @param readable the attributes that the client may read; null for all attributes (dg
 *     user-pool-settings-attributes.html)
 * @param writable the attributes that the client may write; null for all attributes
 */
record ClientSettings(
    String id,
    Duration accessLife,
    Duration idLife,
    Duration refreshLife,
    Duration challengeLife,
    boolean refreshFlow,
    boolean adminPasswordFlow,
    boolean revocation,
    boolean rotation,
    Duration grace,
    boolean hidesUsers,
    @Nullable Set<String> readable,
    @Nullable Set<String> writable) {

  /**
   * Reads the properties of a client.
   *
   * @throws IllegalArgumentException when a property is not emulated; its message names the
   *     property
   */
  static ClientSettings read(String logicalId, String id, JsonNode node, PoolSettings pool) {
    Properties client =
        new Properties(logicalId, node)
            .only(
                """
                UserPoolId ClientName ExplicitAuthFlows AccessTokenValidity
                IdTokenValidity RefreshTokenValidity TokenValidityUnits
                EnableTokenRevocation RefreshTokenRotation PreventUserExistenceErrors
                ReadAttributes WriteAttributes GenerateSecret AuthSessionValidity
                SupportedIdentityProviders AllowedOAuthFlowsUserPoolClient
                """);
    for (String name : List.of("GenerateSecret", "AllowedOAuthFlowsUserPoolClient")) {
      client.require(!client.flag(name, false), name, "is not emulated");
    }
    Set<String> providers =
        Objects.requireNonNullElse(client.texts("SupportedIdentityProviders"), Set.of("COGNITO"));
    client.require(
        providers.equals(Set.of("COGNITO")), "SupportedIdentityProviders", "is not emulated");
    Properties rotation =
        client.block("RefreshTokenRotation").only("Feature RetryGracePeriodSeconds");
    boolean rotating = rotation.text("Feature", "DISABLED").equals("ENABLED");
    rotation.require(!rotating || pool.essentials(), "Feature", "needs UserPoolTier ESSENTIALS");
    // dg amazon-cognito-user-pools-authentication-flow-methods.html; the default allows SRP.
    Set<String> flows =
        Objects.requireNonNullElse(
            client.texts("ExplicitAuthFlows"), Set.of("ALLOW_USER_SRP_AUTH"));
    for (String flow : flows) {
      client.require(
          flow.equals("ALLOW_ADMIN_USER_PASSWORD_AUTH") || flow.equals("ALLOW_REFRESH_TOKEN_AUTH"),
          "ExplicitAuthFlows",
          flow + " is not emulated");
    }
    // dg amazon-cognito-user-pools-using-the-refresh-token.html
    client.require(
        !rotating || !flows.contains("ALLOW_REFRESH_TOKEN_AUTH"),
        "ExplicitAuthFlows",
        "must leave out ALLOW_REFRESH_TOKEN_AUTH while refresh tokens rotate");
    Duration day = Duration.ofDays(1);
    Duration fiveMinutes = Duration.ofMinutes(5);
    return new ClientSettings(
        id,
        life(client, "AccessToken", 1, "hours", fiveMinutes, day),
        life(client, "IdToken", 1, "hours", fiveMinutes, day),
        life(client, "RefreshToken", 30, "days", Duration.ofHours(1), Duration.ofDays(3650)),
        Duration.ofMinutes(client.number("AuthSessionValidity", 3, 3, 15)),
        flows.contains("ALLOW_REFRESH_TOKEN_AUTH"),
        flows.contains("ALLOW_ADMIN_USER_PASSWORD_AUTH"),
        client.flag("EnableTokenRevocation", true),
        rotating,
        Duration.ofSeconds(rotation.number("RetryGracePeriodSeconds", 0, 0, 60)),
        client.text("PreventUserExistenceErrors", "LEGACY").equals("ENABLED"),
        client.texts("ReadAttributes"),
        client.texts("WriteAttributes"));
  }

  boolean mayRead(String attribute) {
    return attribute.equals("sub") || readable == null || readable.contains(attribute);
  }

  /**
   * Reads the lifetime of a kind of token. Units, defaults and ranges follow CloudFormation's page
   * of TokenValidityUnits.
   */
  private static Duration life(
      Properties client, String token, int otherwise, String unit, Duration least, Duration most) {
    Properties units = client.block("TokenValidityUnits").only("AccessToken IdToken RefreshToken");
    int number = client.number(token + "Validity", otherwise, 1, Integer.MAX_VALUE);
    String chosen = units.text(token, unit).toUpperCase(Locale.ROOT);
    Duration life = Duration.of(number, ChronoUnit.valueOf(chosen));
    client.require(
        life.compareTo(least) >= 0 && life.compareTo(most) <= 0,
        token + "Validity",
        "must be from " + least + " to " + most);
    return life;
  }
}
