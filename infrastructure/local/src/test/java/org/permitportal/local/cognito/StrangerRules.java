package org.permitportal.local.cognito;

import static org.permitportal.local.cognito.Bench.PASSWORD;
import static org.permitportal.local.cognito.Rule.refused;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

/**
 * The rules for calls without AWS credentials and without a token. Cognito refuses all of them,
 * even with the right password.
 */
final class StrangerRules {
  static final List<Rule> ROWS =
      List.of(
          refused(
              "a stranger cannot sign up",
              NotAuthorizedException.class,
              "SignUp is not permitted for this user pool",
              bench -> {
                String name = bench.name();
                bench.cognito.signUp(
                    it -> it.clientId(bench.client).username(name).password(PASSWORD));
              }),
          refused(
              "a stranger cannot confirm a sign-up",
              ExpiredCodeException.class,
              "",
              bench -> {
                String name = bench.name();
                bench.cognito.confirmSignUp(
                    it -> it.clientId(bench.client).username(name).confirmationCode("123456"));
              }),
          refused(
              "a stranger cannot have a confirmation code sent",
              InvalidParameterException.class,
              "",
              bench -> {
                String user = bench.user();
                bench.cognito.resendConfirmationCode(
                    it -> it.clientId(bench.client).username(user));
              }),
          refused(
              "a stranger cannot start recovery",
              NotAuthorizedException.class,
              "",
              bench -> {
                String user = bench.user();
                bench.cognito.forgotPassword(it -> it.clientId(bench.client).username(user));
              }),
          refused(
              "a stranger cannot finish recovery",
              ExpiredCodeException.class,
              "",
              bench -> {
                String user = bench.user();
                bench.cognito.confirmForgotPassword(
                    it ->
                        it.clientId(bench.client)
                            .username(user)
                            .password(PASSWORD)
                            .confirmationCode("123456"));
              }),
          refused(
              "a stranger cannot answer a challenge",
              NotAuthorizedException.class,
              "",
              bench -> {
                String user = bench.user();
                bench.cognito.respondToAuthChallenge(
                    it ->
                        it.clientId(bench.client)
                            .challengeName(ChallengeNameType.SOFTWARE_TOKEN_MFA)
                            .session("a-session-nobody-was-given")
                            .challengeResponses(
                                Map.of("USERNAME", user, "SOFTWARE_TOKEN_MFA_CODE", "123456")));
              }),
          flow(AuthFlowType.USER_PASSWORD_AUTH, "USER_PASSWORD_AUTH flow not enabled"),
          flow(AuthFlowType.USER_SRP_AUTH, "USER_SRP_AUTH is not enabled"),
          flow(AuthFlowType.CUSTOM_AUTH, ""),
          flow(AuthFlowType.USER_AUTH, ""),
          flow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH, "Initiate Auth method not supported."),
          flow(AuthFlowType.REFRESH_TOKEN_AUTH, ""));

  private StrangerRules() {}

  private static Rule flow(AuthFlowType flow, String message) {
    return refused(
        "a stranger cannot sign in by " + flow,
        InvalidParameterException.class,
        message,
        bench -> {
          String user = bench.user();
          String refresh = bench.tokens(user).refreshToken();
          bench.cognito.initiateAuth(
              it ->
                  it.clientId(bench.client)
                      .authFlow(flow)
                      .authParameters(
                          Map.of(
                              "USERNAME", user,
                              "PASSWORD", PASSWORD,
                              "SRP_A", "1a2b3c",
                              "REFRESH_TOKEN", refresh)));
        });
  }
}
