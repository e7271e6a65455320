package org.permitportal.sessions;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;
import org.permitportal.sessions.ClientTickets.Ticket;
import org.permitportal.users.Password;
import org.permitportal.users.SignIn;
import org.permitportal.users.SignIn.Challenge;
import org.permitportal.users.SignIn.Outcome;
import org.permitportal.users.SignIn.Tokens;

/** Refreshes and ends the sessions of contractors and homeowners. */
@Singleton
public class Sessions {
  /** How long a refresh token is valid, as set for the pool's client in identity.yaml. */
  static final Duration LIFE = Duration.ofDays(30);

  private final MembershipStore memberships;
  private final SessionStore sessions;
  private final SignIn signIn;
  private final City city;

  Sessions(
      MembershipStore memberships,
      SessionStore sessions,
      @Named("contractors") SignIn signIn,
      City city) {
    this.memberships = memberships;
    this.sessions = sessions;
    this.signIn = signIn;
    this.city = city;
  }

  /**
   * Signs a user in again, after the pool has ended all sessions of this user. The new session ends
   * every other session in the portal, too.
   *
   * @param device the name that the person gave the device, or null
   * @return the new session, or the challenge for the second factor; with a challenge, no session
   *     has ended in the portal yet
   * @throws Problem 401 when the password no longer signs in
   */
  public LoginProgress restart(String userId, Password password, @Nullable String device) {
    return switch (signIn.begin(userId, password)) {
      case Outcome.SignedIn(Tokens tokens) -> {
        if (!sessions.openAlone(tokens, device, LIFE)) {
          throw ended();
        }
        yield signedIn(tokens);
      }
      case Outcome.Asked(Challenge challenge) -> LoginProgress.Asked.of(challenge, city.name());
      case Outcome.Refused _,
          Outcome.Locked _,
          Outcome.WrongCode _,
          Outcome.UnfitPassword _,
          Outcome.Ended _ ->
          throw ended();
    };
  }

  /**
   * Continues a session. The membership is checked before the token is exchanged, so a suspended
   * user gets no new token.
   *
   * @throws Problem 401 when the session has ended
   */
  public LoginProgress.SignedIn refresh(String refreshToken) {
    Ticket ticket = Ticket.find(refreshToken).orElseThrow(Sessions::ended);
    if (memberships.current(ticket.userId(), ticket.authTime(), ticket.session()).isEmpty()) {
      throw ended();
    }
    Tokens tokens = signIn.refresh(ticket.refreshToken()).orElseThrow(Sessions::ended);
    if (!ticket.isOf(tokens) || !sessions.refreshed(tokens)) {
      signIn.revoke(tokens.refreshToken());
      throw ended();
    }
    return signedIn(tokens);
  }

  /** Ends a session; does nothing when it has ended or never existed. */
  public void logout(String refreshToken) {
    Ticket.find(refreshToken)
        .ifPresent(
            ticket -> {
              signIn.revoke(ticket.refreshToken());
              sessions.close(ticket.userId(), ticket.session());
            });
  }

  static LoginProgress.SignedIn signedIn(Tokens tokens) {
    return LoginProgress.SignedIn.of(tokens, Ticket.of(tokens).text(), LIFE);
  }

  static Problem ended() {
    return Problem.of(RequestProblem.SESSION_ENDED);
  }
}
