package org.permitportal.users;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EnableSoftwareTokenMfaException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SoftwareTokenMfaNotFoundException;

/**
 * Enrolls an authenticator app (RFC 6238) for a signed-in person. Cognito requires the person's own
 * access token for this (API_AssociateSoftwareToken, API_VerifySoftwareToken). No other class sends
 * a person's access token to Cognito.
 */
@Singleton
public class AuthenticatorApp {
  private final CognitoIdentityProviderClient cognito;

  public AuthenticatorApp(CognitoIdentityProviderClient cognito) {
    this.cognito = cognito;
  }

  /** The result of checking a code from a new app. */
  public enum Proof {
    /**
     * The app is enrolled. Sign-ins ask for its codes only after {@link UserPool#secondFactor} has
     * turned the second factor on.
     */
    RIGHT,
    /** The code is not valid now. */
    WRONG,
    /** No enrollment was begun. */
    NOT_BEGUN,
    /** The session of the access token has ended at the pool. */
    ENDED
  }

  /**
   * Begins an enrollment. An earlier enrollment that was not completed becomes void. An app that is
   * already enrolled stays enrolled until a code proves the new app.
   *
   * @return the secret (base 32) that the app needs, or empty when the session of the access token
   *     has ended at the pool
   */
  public Optional<String> begin(String accessToken) {
    try {
      return Optional.of(
          cognito.associateSoftwareToken(a -> a.accessToken(accessToken)).secretCode());
    } catch (NotAuthorizedException _) {
      return Optional.empty();
    }
  }

  /**
   * Checks a code from the app. A right code proves that the app has the secret, and completes the
   * enrollment.
   */
  public Proof prove(String accessToken, String code) {
    try {
      cognito.verifySoftwareToken(v -> v.accessToken(accessToken).userCode(code));
      return Proof.RIGHT;
    } catch (EnableSoftwareTokenMfaException | CodeMismatchException _) {
      return Proof.WRONG;
    } catch (SoftwareTokenMfaNotFoundException | InvalidParameterException _) {
      return Proof.NOT_BEGUN;
    } catch (NotAuthorizedException _) {
      return Proof.ENDED;
    }
  }

  /**
   * Returns the secret as an {@code otpauth:} address for a QR code (Google Authenticator's "Key
   * URI Format").
   */
  public static String address(String issuer, String label, String secret) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(encoded(issuer), encoded(label), secret, encoded(issuer));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
