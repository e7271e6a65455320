package org.permitportal.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * The settings of a user pool.
 *
 * @param totpOffered whether users can use an authenticator app
 * @param totpRequired whether users must use an authenticator app
 * @param caseSensitive whether user names are case-sensitive
 * @param essentials whether the pool has at least the Essentials plan
 */
record PoolSettings(
    PasswordPolicy passwords,
    Duration temporaryPasswordLife,
    AttributeSchema schema,
    boolean totpOffered,
    boolean totpRequired,
    boolean caseSensitive,
    boolean essentials) {

  /**
   * Reads the properties of a pool.
   *
   * @throws IllegalArgumentException when a property is not emulated; its message names the
   *     property
   */
  static PoolSettings read(String logicalId, JsonNode node) {
    Properties pool =
        new Properties(logicalId, node)
            .only(
                """
                UserPoolName UserPoolTags DeletionProtection EmailConfiguration
                AdminCreateUserConfig Policies Schema MfaConfiguration EnabledMfas
                UserPoolTier AccountRecoverySetting UsernameConfiguration
                """);
    closedToStrangers(pool);
    // dg user-pool-settings-mfa.html
    String mfa = pool.text("MfaConfiguration", "OFF");
    pool.require(Set.of("ON", "OFF", "OPTIONAL").contains(mfa), "MfaConfiguration", "is unknown");
    Set<String> kinds = Objects.requireNonNullElse(pool.texts("EnabledMfas"), Set.of());
    boolean offered = !mfa.equals("OFF");
    pool.require(
        kinds.equals(offered ? Set.of("SOFTWARE_TOKEN_MFA") : Set.of()),
        "EnabledMfas",
        "with MfaConfiguration " + mfa + " is not emulated");
    // dg cognito-sign-in-feature-plans.html: rotation needs Essentials, which is the default.
    String tier = pool.text("UserPoolTier", "ESSENTIALS");
    // api API_UsernameConfigurationType.html. Unverified: without it, names are case-sensitive.
    boolean caseSensitive =
        pool.block("UsernameConfiguration").only("CaseSensitive").flag("CaseSensitive", true);
    Properties policy = pool.block("Policies").only("PasswordPolicy").block("PasswordPolicy");
    return new PoolSettings(
        PasswordPolicy.read(policy),
        Duration.ofDays(policy.number("TemporaryPasswordValidityDays", 7, 0, 365)),
        AttributeSchema.read(pool),
        offered,
        mfa.equals("ON"),
        caseSensitive,
        !tier.equals("LITE"));
  }

  /** Requires the settings that {@link StrangersCalls} relies on. */
  private static void closedToStrangers(Properties pool) {
    Properties creation = pool.block("AdminCreateUserConfig").only("AllowAdminCreateUserOnly");
    creation.require(
        creation.flag("AllowAdminCreateUserOnly", false),
        "AllowAdminCreateUserOnly",
        "must be true: sign-up by strangers is not emulated");
    Properties recovery = pool.block("AccountRecoverySetting").only("RecoveryMechanisms");
    JsonNode ways = recovery.node().path("RecoveryMechanisms");
    recovery.require(
        ways.size() == 1 && ways.path(0).path("Name").asText().equals("admin_only"),
        "RecoveryMechanisms",
        "must be admin_only: recovery by strangers is not emulated");
  }
}
