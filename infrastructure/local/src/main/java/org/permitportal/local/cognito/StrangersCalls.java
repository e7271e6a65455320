package org.permitportal.local.cognito;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Refuses the calls that need neither AWS credentials nor a token. A pool with the settings that
 * {@link PoolSettings} and {@link ClientSettings} require refuses them too. Each flow of
 * InitiateAuth has its own row. A row has the operation, the exception, its message, the source and
 * a status. The status {@code seen} means that AWS users have quoted the message.
 */
final class StrangersCalls {
  private static final Map<String, String[]> ROWS =
      """
      SignUp | NotAuthorized | SignUp is not permitted for this user pool | dg user-pool-settings-admin-create-user-policy.html | seen
      ConfirmSignUp | ExpiredCode | Invalid code provided, please request a code again. | dg cognito-user-pool-managing-errors.html | unverified
      ResendConfirmationCode | InvalidParameter | User is already confirmed. | dg cognito-user-pool-managing-errors.html | unverified
      ForgotPassword | NotAuthorized | Contact administrator to reset password. | dg cognito-user-pool-managing-errors.html | unverified
      ConfirmForgotPassword | ExpiredCode | Invalid code provided, please request a code again. | dg cognito-user-pool-managing-errors.html | unverified
      RespondToAuthChallenge | NotAuthorized | Invalid session for the user. | api API_RespondToAuthChallenge.html | unverified
      InitiateAuth USER_PASSWORD_AUTH | InvalidParameter | USER_PASSWORD_AUTH flow not enabled for this client | dg amazon-cognito-user-pools-authentication-flow-methods.html | unverified
      InitiateAuth USER_SRP_AUTH | InvalidParameter | USER_SRP_AUTH is not enabled for the client. | dg amazon-cognito-user-pools-authentication-flow-methods.html | unverified
      InitiateAuth CUSTOM_AUTH | InvalidParameter | CUSTOM_AUTH is not enabled for the client. | dg amazon-cognito-user-pools-authentication-flow-methods.html | unverified
      InitiateAuth USER_AUTH | InvalidParameter | USER_AUTH flow not enabled for this client | dg amazon-cognito-user-pools-authentication-flow-methods.html | unverified
      InitiateAuth ADMIN_USER_PASSWORD_AUTH | InvalidParameter | Initiate Auth method not supported. | dg amazon-cognito-user-pools-authentication-flow-methods.html | seen
      InitiateAuth REFRESH_TOKEN_AUTH | InvalidParameter | REFRESH_TOKEN_AUTH flow not enabled for this client | dg amazon-cognito-user-pools-using-the-refresh-token.html | unverified
      """
          .lines()
          .map(row -> row.split(" \\| "))
          .collect(Collectors.toMap(row -> row[0], Function.identity()));

  private StrangersCalls() {}

  /** Refuses the call if it is one of these calls. Otherwise does nothing. */
  static void refuse(String operation, Call call) {
    boolean signIn = operation.equals("InitiateAuth");
    String[] row = ROWS.get(signIn ? operation + " " + call.text("AuthFlow") : operation);
    if (row != null) {
      ClientSettings client = call.client(call.clientPool());
      if (row[0].endsWith(" REFRESH_TOKEN_AUTH") && client.refreshFlow()) {
        throw Refusal.notEmulated("REFRESH_TOKEN_AUTH by InitiateAuth");
      }
      throw new Refusal(row[1] + "Exception", row[2]);
    }
  }
}
