package org.permitportal.sessions.handlers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.Reply;
import org.permitportal.sessions.LoginProgress;
import org.permitportal.users.SignIn.Ask;

/**
 * The answer to a sign-in or a refresh: tokens, or a challenge to answer first.
 *
 * @param expiresIn how long the access token is valid, in seconds
 * @param refreshToken the refresh token; null when it is in a cookie
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionReply(
    @Nullable String accessToken,
    @Nullable Long expiresIn,
    @Nullable String refreshToken,
    @Nullable Asked asked) {
  @Override
  public String toString() {
    return "SessionReply[***]";
  }

  /**
   * The challenge; {@code secret} and {@code otpauth} are present only to enroll an authenticator
   * app.
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Asked(
      Ask ask, String challenge, @Nullable String secret, @Nullable String otpauth) {
    @Override
    public String toString() {
      return "Asked[***]";
    }
  }

  /** How the refresh token reaches a client. */
  public enum Delivery {
    /** In a cookie, for pages: scripts can't read the cookie. */
    COOKIE,
    /** In the response's body, for apps: they have their own safe storage. */
    BODY
  }

  /**
   * Returns the reply to a sign-in.
   *
   * @param cookie the cookie for the refresh token when {@code delivery} is COOKIE
   */
  public static Reply<SessionReply> of(
      LoginProgress loginProgress, RefreshCookie cookie, Delivery delivery) {
    return switch (loginProgress) {
      case LoginProgress.Asked(Ask ask, String challenge, String secret, String otpauth) ->
          Reply.ok(new SessionReply(null, null, null, new Asked(ask, challenge, secret, otpauth)));
      case LoginProgress.SignedIn in when delivery == Delivery.COOKIE ->
          cookie.set(Reply.ok(new SessionReply(in.accessToken(), in.expiresIn(), null, null)), in);
      case LoginProgress.SignedIn in ->
          Reply.ok(new SessionReply(in.accessToken(), in.expiresIn(), in.refreshToken(), null));
    };
  }
}
