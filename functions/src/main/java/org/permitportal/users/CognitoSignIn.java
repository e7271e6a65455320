package org.permitportal.users;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EnableSoftwareTokenMfaException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenReuseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnauthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedTokenTypeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/**
 * Signs people in to a Cognito user pool. The pool's client allows only the password flow for
 * servers ({@code ADMIN_USER_PASSWORD_AUTH}).
 */
final class CognitoSignIn implements SignIn {
  /**
   * Cognito's message when it has locked the user (developer guide, authentication.html, lockout
   * behavior).
   */
  private static final String LOCKED = "Password attempts exceeded";

  private final CognitoIdentityProviderClient cognito;
  private final JsonMapper json;
  private final String pool;
  private final String client;

  CognitoSignIn(
      CognitoIdentityProviderClient cognito, JsonMapper json, String pool, String client) {
    this.cognito = cognito;
    this.json = json;
    this.pool = pool;
    this.client = client;
  }

  @Override
  public Outcome begin(String userId, Password password) {
    if (password.reveal().length() > Password.MOST) {
      // The pool accepts no password this long, so nobody has one. The answer is the same for every
      // user.
      return new Outcome.Refused();
    }
    try {
      var answer =
          cognito.adminInitiateAuth(
              i ->
                  i.userPoolId(pool)
                      .clientId(client)
                      .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                      .authParameters(Map.of("USERNAME", userId, "PASSWORD", password.reveal())));
      return outcome(
          userId, answer.authenticationResult(), answer.challengeName(), answer.session());
    } catch (NotAuthorizedException e) {
      return locked(e) ? new Outcome.Locked() : new Outcome.Refused();
    } catch (UserNotFoundException | UserNotConfirmedException | PasswordResetRequiredException _) {
      return new Outcome.Refused();
    }
  }

  @Override
  public Outcome answer(Challenge challenge, String code) {
    try {
      if (challenge.ask() == Ask.ENROL_AUTHENTICATOR) {
        String session =
            cognito
                .verifySoftwareToken(v -> v.session(challenge.session()).userCode(code))
                .session();
        return respond(challenge, ChallengeNameType.MFA_SETUP, session, Map.of());
      }
      return respond(
          challenge,
          ChallengeNameType.SOFTWARE_TOKEN_MFA,
          challenge.session(),
          Map.of("SOFTWARE_TOKEN_MFA_CODE", code));
    } catch (CodeMismatchException | EnableSoftwareTokenMfaException | ExpiredCodeException _) {
      return new Outcome.WrongCode();
    } catch (NotAuthorizedException e) {
      return locked(e) ? new Outcome.Locked() : new Outcome.Ended();
    }
  }

  @Override
  public Outcome answer(Challenge challenge, Password own) {
    try {
      return respond(
          challenge,
          ChallengeNameType.NEW_PASSWORD_REQUIRED,
          challenge.session(),
          Map.of("NEW_PASSWORD", own.reveal()));
    } catch (InvalidPasswordException _) {
      return new Outcome.UnfitPassword();
    } catch (NotAuthorizedException _) {
      return new Outcome.Ended();
    }
  }

  @Override
  public Optional<Tokens> refresh(String refreshToken) {
    try {
      return Optional.of(
          tokens(
              cognito
                  .getTokensFromRefreshToken(g -> g.clientId(client).refreshToken(refreshToken))
                  .authenticationResult()));
    } catch (NotAuthorizedException | RefreshTokenReuseException | UserNotFoundException _) {
      return Optional.empty();
    }
  }

  @Override
  public void revoke(String refreshToken) {
    try {
      cognito.revokeToken(r -> r.clientId(client).token(refreshToken));
    } catch (InvalidParameterException
        | UnauthorizedException
        | NotAuthorizedException
        | UnsupportedTokenTypeException _) {
      // There is no session to end: this is no refresh token of the pool, or its user no longer
      // exists.
    }
  }

  private Outcome respond(
      Challenge challenge, ChallengeNameType name, String session, Map<String, String> answers) {
    Map<String, String> responses = new HashMap<>(answers);
    responses.put("USERNAME", challenge.userId());
    var answer =
        cognito.adminRespondToAuthChallenge(
            r ->
                r.userPoolId(pool)
                    .clientId(client)
                    .challengeName(name)
                    .session(session)
                    .challengeResponses(responses));
    return outcome(
        challenge.userId(),
        answer.authenticationResult(),
        answer.challengeName(),
        answer.session());
  }

  private Outcome outcome(
      String userId,
      @Nullable AuthenticationResultType result,
      @Nullable ChallengeNameType asked,
      @Nullable String session) {
    if (result != null) {
      return new Outcome.SignedIn(tokens(result));
    }
    if (asked == null || session == null) {
      throw new IllegalStateException("Cognito answers neither tokens nor a challenge");
    }
    return new Outcome.Asked(
        switch (asked) {
          case NEW_PASSWORD_REQUIRED -> new Challenge(Ask.NEW_PASSWORD, userId, session, null);
          case SOFTWARE_TOKEN_MFA -> new Challenge(Ask.AUTHENTICATOR_CODE, userId, session, null);
          case MFA_SETUP -> enrolment(userId, session);
          default -> throw new IllegalStateException("No way to answer " + asked);
        });
  }

  private Challenge enrolment(String userId, String session) {
    var begun = cognito.associateSoftwareToken(a -> a.session(session));
    return new Challenge(Ask.ENROL_AUTHENTICATOR, userId, begun.session(), begun.secretCode());
  }

  private static boolean locked(NotAuthorizedException e) {
    return LOCKED.equals(e.awsErrorDetails().errorMessage());
  }

  /**
   * Reads the access token's claims without checking the token's signature. The check is not
   * needed, because Cognito itself has just sent the token over TLS.
   */
  private Tokens tokens(AuthenticationResultType result) {
    String payload = result.accessToken().split("\\.", -1)[1];
    Claims claims;
    try {
      claims = json.readValue(Base64.getUrlDecoder().decode(payload), Claims.class);
    } catch (IOException e) {
      throw new IllegalStateException("Cognito's access token is not a JSON web token", e);
    }
    if (claims == null) {
      throw new IllegalStateException("Cognito's access token is empty");
    }
    return new Tokens(
        result.accessToken(),
        result.expiresIn(),
        result.refreshToken(),
        claims.username(),
        claims.session(),
        Instant.ofEpochSecond(claims.authTime()));
  }

  @Serdeable
  record Claims(
      String username,
      @JsonProperty("origin_jti") String session,
      @JsonProperty("auth_time") long authTime) {}
}
