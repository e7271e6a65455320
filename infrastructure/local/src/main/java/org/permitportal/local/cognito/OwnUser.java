package org.permitportal.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.permitportal.local.cognito.Call.Bearer;

/**
 * Runs the operations that need only an access token. With them, a client can read and change the
 * token's user directly, without the portal. The page api API_(operation).html describes each
 * operation.
 */
final class OwnUser {
  private OwnUser() {}

  static ObjectNode get(Call call) {
    Bearer bearer = call.bearer();
    ObjectNode answer = Call.empty().put("Username", bearer.user().username);
    answer.set("UserAttributes", Call.attributes(bearer.user(), bearer.client()));
    SecondFactor.describe(bearer.user(), answer);
    return answer;
  }

  static ObjectNode delete(Call call) {
    Bearer bearer = call.bearer();
    bearer.pool().delete(bearer.user());
    return Call.empty();
  }

  static ObjectNode update(Call call) {
    Bearer bearer = call.bearer();
    Map<String, String> changes = call.attributes();
    refuseUnwritable(bearer.client(), changes);
    User user = bearer.user();
    user.attributes = bearer.pool().settings.schema().changed(user.attributes, changes, false);
    bearer.pool().changed(user);
    ObjectNode answer = Call.empty();
    answer.putArray("CodeDeliveryDetailsList");
    return answer;
  }

  /**
   * Refuses changes of attributes that the client may not write (dg
   * user-pool-settings-attributes.html, permissions). No client may write attributes that end in
   * {@code _verified}.
   */
  static void refuseUnwritable(ClientSettings client, Map<String, String> changes) {
    for (String name : changes.keySet()) {
      if (name.endsWith("_verified")
          || (client.writable() != null && !client.writable().contains(name))) {
        throw Refusal.notAuthorized("A client attempted to write unauthorized attribute");
      }
    }
  }

  /**
   * Changes the password. Unverified: the number of wrong passwords before LimitExceeded. Here it
   * is the same number that locks signing in.
   */
  static ObjectNode changePassword(Call call) {
    Bearer bearer = call.bearer();
    User user = bearer.user();
    String password = call.text("ProposedPassword");
    String previous = call.text("PreviousPassword");
    bearer.pool().settings.passwords().check(password);
    if (!SignIn.passwordHolds(
        bearer.pool(),
        user,
        previous,
        "LimitExceededException",
        "Attempt limit exceeded, please try after some time.")) {
      throw Refusal.wrongPassword();
    }
    user.clearFailures();
    user.password = PasswordPolicy.hash(password);
    bearer.pool().changed(user);
    return Call.empty();
  }
}
