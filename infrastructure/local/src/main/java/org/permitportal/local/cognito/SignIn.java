package org.permitportal.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.permitportal.local.cognito.UserPool.Challenge;

/**
 * Signs users in: checks the password, asks challenges and issues tokens. Also exchanges and
 * revokes refresh tokens (dg authentication.html).
 */
final class SignIn {
  private SignIn() {}

  /** Begins a sign-in (api API_AdminInitiateAuth.html). */
  static ObjectNode begin(Call call) {
    UserPool pool = call.pool();
    ClientSettings client = call.client(pool);
    String flow = call.text("AuthFlow");
    if (Set.of("REFRESH_TOKEN_AUTH", "REFRESH_TOKEN").contains(flow) && client.refreshFlow()) {
      return result(pool.grants.refresh(client, call.parameter("AuthParameters", "REFRESH_TOKEN")));
    }
    if (!Set.of("ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH").contains(flow)
        || !client.adminPasswordFlow()) {
      throw Refusal.invalidParameter("Auth flow not enabled for this client");
    }
    String username = call.parameter("AuthParameters", "USERNAME");
    String password = call.parameter("AuthParameters", "PASSWORD");
    User user = pool.find(username);
    if (user == null) {
      // dg cognito-user-pool-managing-errors.html
      throw client.hidesUsers() ? Refusal.wrongPassword() : Refusal.userNotFound();
    }
    // A disabled user is refused before the password is checked, as in the first step of SRP.
    // Unverified for this flow.
    refuseDisabled(user);
    if (!passwordHolds(
        pool, user, password, "NotAuthorizedException", "Password attempts exceeded")) {
      throw Refusal.wrongPassword();
    }
    if (!user.status.equals("FORCE_CHANGE_PASSWORD")) {
      return secondFactor(pool, client, user);
    }
    if (user.temporaryPasswordUntil <= pool.now()) {
      throw Refusal.notAuthorized(
          "Temporary password has expired and must be reset by an administrator.");
    }
    ObjectNode known = Call.empty();
    user.attributes.forEach(known::put);
    Map<String, String> parameters =
        Map.of("userAttributes", known.toString(), "requiredAttributes", "[]");
    return challenge(pool, client, user, "NEW_PASSWORD_REQUIRED", parameters);
  }

  /**
   * Checks a password and counts wrong passwords.
   *
   * @param whenLocked the name of the exception while the user is locked
   * @param message the message of this exception
   * @return whether the password is right
   */
  static boolean passwordHolds(
      UserPool pool, User user, String password, String whenLocked, String message) {
    boolean locked = user.locked(pool.now());
    boolean holds = !locked && PasswordPolicy.matches(password, user.password);
    if (!locked && !holds) {
      user.failed(pool.now());
    }
    pool.save(user);
    if (locked) {
      throw new Refusal(whenLocked, message);
    }
    return holds;
  }

  /** Answers a challenge (api API_AdminRespondToAuthChallenge.html). */
  static ObjectNode answer(Call call) {
    UserPool pool = call.pool();
    ClientSettings client = call.client(pool);
    String name = call.text("ChallengeName");
    Challenge challenge = pool.challenge(call.text("Session"));
    if (challenge == null
        || !challenge.name().equals(name)
        || !challenge.client().id().equals(client.id())
        || pool.find(call.parameter("ChallengeResponses", "USERNAME")) != challenge.user()) {
      throw Refusal.notAuthorized("Invalid session for the user.");
    }
    refuseDisabled(challenge.user());
    if (name.equals("NEW_PASSWORD_REQUIRED")) {
      return newPassword(call, pool, challenge);
    }
    if (name.equals("SOFTWARE_TOKEN_MFA")) {
      String code = call.parameter("ChallengeResponses", "SOFTWARE_TOKEN_MFA_CODE");
      SecondFactor.check(pool, challenge.user(), code);
    } else if (!challenge.tokenVerified()) {
      throw Refusal.invalidParameter("User has not verified software token mfa");
    }
    pool.close(challenge);
    return result(pool.grants.signIn(challenge.user(), client));
  }

  private static ObjectNode newPassword(Call call, UserPool pool, Challenge challenge) {
    User user = challenge.user();
    String password = call.parameter("ChallengeResponses", "NEW_PASSWORD");
    pool.settings.passwords().check(password);
    Map<String, String> changes = new TreeMap<>();
    String prefix = "userAttributes.";
    for (var one : call.body().path("ChallengeResponses").properties()) {
      if (one.getKey().startsWith(prefix)) {
        changes.put(one.getKey().substring(prefix.length()), one.getValue().asText());
      }
    }
    OwnUser.refuseUnwritable(challenge.client(), changes);
    user.attributes = pool.settings.schema().changed(user.attributes, changes, false);
    pool.close(challenge);
    user.password = PasswordPolicy.hash(password);
    user.status = "CONFIRMED";
    pool.changed(user);
    return secondFactor(pool, challenge.client(), user);
  }

  /**
   * Asks for the second factor if the user has one. Asks the user to set one up if the pool
   * requires it. Otherwise completes the sign-in (dg user-pool-settings-mfa-totp.html).
   */
  private static ObjectNode secondFactor(UserPool pool, ClientSettings client, User user) {
    if (pool.settings.totpOffered() && user.totpEnabled) {
      return challenge(pool, client, user, "SOFTWARE_TOKEN_MFA", Map.of());
    }
    if (pool.settings.totpRequired()) {
      return challenge(
          pool, client, user, "MFA_SETUP", Map.of("MFAS_CAN_SETUP", "[\"SOFTWARE_TOKEN_MFA\"]"));
    }
    return result(pool.grants.signIn(user, client));
  }

  static ObjectNode exchange(Call call) {
    UserPool pool = call.clientPool();
    return result(pool.grants.refresh(call.client(pool), call.text("RefreshToken")));
  }

  static ObjectNode revoke(Call call) {
    UserPool pool = call.clientPool();
    pool.grants.revoke(call.client(pool), call.text("Token"));
    return Call.empty();
  }

  private static void refuseDisabled(User user) {
    if (!user.enabled) {
      throw Refusal.disabled();
    }
  }

  private static ObjectNode result(ObjectNode tokens) {
    ObjectNode answer = Call.empty();
    answer.putObject("ChallengeParameters");
    answer.set("AuthenticationResult", tokens);
    return answer;
  }

  private static ObjectNode challenge(
      UserPool pool, ClientSettings client, User user, String name, Map<String, String> more) {
    ObjectNode answer = Call.empty().put("ChallengeName", name);
    answer.put("Session", pool.challenge(user, client, name, false));
    ObjectNode parameters = answer.putObject("ChallengeParameters");
    parameters.put("USER_ID_FOR_SRP", user.username);
    more.forEach(parameters::put);
    return answer;
  }
}
