package org.permitportal.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.permitportal.local.cognito.Call.Bearer;
import org.permitportal.local.cognito.UserPool.Challenge;

/** Handles one-time codes from an authenticator app (dg user-pool-settings-mfa-totp.html). */
final class SecondFactor {
  private static final SecureRandom RANDOM = new SecureRandom();

  private SecondFactor() {}

  /**
   * The user who sets up an authenticator app. An access token or the session of an MFA_SETUP
   * challenge identifies the user.
   *
   * @param challenge the challenge, or null for an access token
   */
  private record Owner(UserPool pool, User user, @Nullable Challenge challenge) {
    static Owner of(Call call) {
      Owner owner = bySession(call);
      if (owner == null) {
        Bearer bearer = call.bearer();
        owner = new Owner(bearer.pool(), bearer.user(), null);
      }
      if (!owner.pool.settings.totpOffered()) {
        throw new Refusal(
            "SoftwareTokenMFANotFoundException",
            "Software Token MFA has not been enabled by the userPool");
      }
      return owner;
    }

    private static @Nullable Owner bySession(Call call) {
      String session = call.optional("Session");
      if (session == null) {
        return null;
      }
      for (UserPool pool : call.pools()) {
        Challenge challenge = pool.challenge(session);
        if (challenge != null && challenge.name().equals("MFA_SETUP")) {
          return new Owner(pool, challenge.user(), challenge);
        }
      }
      throw Refusal.notAuthorized("Invalid session for the user.");
    }

    /**
     * Returns an answer. It has a new session if the call had a session; calls with an access token
     * have no session.
     */
    ObjectNode answer(boolean verified) {
      ObjectNode answer = Call.empty();
      if (challenge != null) {
        pool.close(challenge);
        answer.put("Session", pool.challenge(user, challenge.client(), "MFA_SETUP", verified));
      }
      return answer;
    }
  }

  static ObjectNode associate(Call call) {
    Owner owner = Owner.of(call);
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    owner.user.pendingTotpSecret = Totp.encode(secret);
    owner.pool.save(owner.user);
    return owner.answer(false).put("SecretCode", owner.user.pendingTotpSecret);
  }

  /** Verifies a new authenticator app. The old app stays in use until the new one is verified. */
  static ObjectNode verify(Call call) {
    Owner owner = Owner.of(call);
    User user = owner.user;
    String code = code(call.text("UserCode"));
    if (user.pendingTotpSecret == null) {
      throw new Refusal(
          "SoftwareTokenMFANotFoundException",
          "Software Token MFA does not exist for the user."); // unverified
    }
    long step = step(owner.pool, user.pendingTotpSecret, code);
    if (step < 0) {
      throw new Refusal(
          "EnableSoftwareTokenMFAException", "Code mismatch and fail enable Software Token MFA");
    }
    user.totpSecret = user.pendingTotpSecret;
    user.pendingTotpSecret = null;
    user.lastTotpStep = step;
    // If the pool requires a second factor, the authenticator app is turned on as soon as it is
    // verified. It is the only kind of second factor here.
    user.totpEnabled |= owner.pool.settings.totpRequired();
    owner.pool.changed(user);
    return owner.answer(true).put("Status", "SUCCESS");
  }

  /**
   * Checks a code. Refuses a wrong code. Wrong codes count like wrong passwords: five of them lock
   * the user (dg user-pool-settings-mfa.html).
   */
  static void check(UserPool pool, User user, String given) {
    String code = code(given);
    if (user.locked(pool.now())) {
      pool.save(user);
      throw Refusal.notAuthorized("Password attempts exceeded"); // this message here: unverified
    }
    long step = user.totpSecret == null ? -1 : step(pool, user.totpSecret, code);
    if (step < 0) {
      user.failed(pool.now());
      pool.save(user);
      throw new Refusal("CodeMismatchException", "Invalid code received for user");
    }
    if (step <= user.lastTotpStep) {
      throw new Refusal("ExpiredCodeException", "Your software token has already been used once.");
    }
    user.lastTotpStep = step;
    pool.save(user);
  }

  /** Turns the authenticator app on or off (api API_AdminSetUserMFAPreference.html). */
  static ObjectNode prefer(Call call, UserPool pool, User user) {
    JsonNode wanted = call.body().path("SoftwareTokenMfaSettings");
    if (wanted.isObject()) {
      boolean enabled = wanted.path("Enabled").asBoolean(false);
      boolean preferred = wanted.path("PreferredMfa").asBoolean(false);
      if ((enabled || preferred) && user.totpSecret == null) {
        throw Refusal.invalidParameter("User has not verified software token mfa");
      }
      if (preferred && !enabled) {
        throw Refusal.invalidParameter("Preferred MFA must be enabled"); // unverified
      }
      user.totpEnabled = enabled;
      user.totpPreferred = preferred;
      pool.changed(user);
    }
    return Call.empty();
  }

  static void describe(User user, ObjectNode answer) {
    if (user.totpEnabled) {
      answer.putArray("UserMFASettingList").add("SOFTWARE_TOKEN_MFA");
    }
    if (user.totpPreferred) {
      answer.put("PreferredMfaSetting", "SOFTWARE_TOKEN_MFA");
    }
  }

  private static String code(String given) {
    if (!given.matches("\\d{6}")) {
      throw Refusal.constraint(
          "userCode", "Member must satisfy regular expression pattern: [0-9]+");
    }
    return given;
  }

  /**
   * Returns the time step of a code: the current, the previous or the next step. Returns -1 when
   * the code belongs to none of these steps.
   */
  private static long step(UserPool pool, String secret, String code) {
    long now = Totp.step(Instant.ofEpochMilli(pool.now()));
    for (long step = now + 1; step >= now - 1; step--) {
      if (Totp.code(secret, step).equals(code)) {
        return step;
      }
    }
    return -1;
  }
}
