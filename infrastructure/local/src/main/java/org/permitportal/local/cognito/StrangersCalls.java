package org.permitportal.local.cognito;

import java.util.HashMap;
import java.util.Map;

/**
 * The calls that need neither AWS credentials nor a token, and how a pool with the settings {@link
 * PoolSettings} and {@link ClientSettings} insist on refuses each. A flow of InitiateAuth has its
 * own row.
 */
final class StrangersCalls {
  private static final Map<String, Row> ROWS = new HashMap<>();

  /** The AWS page is for the reader; verified only where a message was seen from AWS itself. */
  private record Row(String exception, String message, String page, boolean verified) {}

  private static void row(
      String call, String exception, String message, String page, boolean verified) {
    ROWS.put(call, new Row(exception, message, page, verified));
  }

  static {
    String invalid = "InvalidParameterException";
    String refused = "NotAuthorizedException";
    String closed = "dg user-pool-settings-admin-create-user-policy.html";
    String errors = "dg cognito-user-pool-managing-errors.html";
    String flows = "dg amazon-cognito-user-pools-authentication-flow-methods.html";
    String again = "Invalid code provided, please request a code again.";
    String session = "Invalid session for the user.";
    row("SignUp", refused, "SignUp is not permitted for this user pool", closed, true);
    row("ConfirmSignUp", "ExpiredCodeException", again, errors, false);
    row("ResendConfirmationCode", invalid, "User is already confirmed.", errors, false);
    row("ForgotPassword", refused, "Contact administrator to reset password.", errors, false);
    row("ConfirmForgotPassword", "ExpiredCodeException", again, errors, true);
    row("RespondToAuthChallenge", refused, session, "api API_RespondToAuthChallenge.html", false);
    row(
        "InitiateAuth USER_PASSWORD_AUTH",
        invalid,
        "USER_PASSWORD_AUTH flow not enabled for this client",
        flows,
        true);
    row(
        "InitiateAuth USER_SRP_AUTH",
        invalid,
        "USER_SRP_AUTH is not enabled for the client.",
        flows,
        true);
    row(
        "InitiateAuth CUSTOM_AUTH",
        invalid,
        "CUSTOM_AUTH is not enabled for the client.",
        flows,
        false);
    row(
        "InitiateAuth USER_AUTH",
        invalid,
        "USER_AUTH flow not enabled for this client",
        flows,
        false);
    row(
        "InitiateAuth ADMIN_USER_PASSWORD_AUTH",
        invalid,
        "Initiate Auth method not supported.",
        flows,
        true);
    row(
        "InitiateAuth REFRESH_TOKEN_AUTH",
        invalid,
        "REFRESH_TOKEN_AUTH flow not enabled for this client",
        flows,
        false);
  }

  private StrangersCalls() {}

  /** Refuses the call if it is a stranger's; returns if it is none. */
  static void refuse(String operation, Call call) {
    String key =
        operation.equals("InitiateAuth") ? operation + " " + call.text("AuthFlow") : operation;
    Row row = ROWS.get(key);
    if (row != null) {
      ClientSettings client = call.client(call.clientPool());
      if (key.endsWith(" REFRESH_TOKEN_AUTH") && client.refreshFlow()) {
        throw Refusal.notEmulated("REFRESH_TOKEN_AUTH by InitiateAuth");
      }
      throw new Refusal(row.exception, row.message);
    }
  }
}
