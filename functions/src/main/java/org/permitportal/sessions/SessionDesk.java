package org.permitportal.sessions;

import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.CompanyDirectory;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Attempts;
import org.permitportal.platform.City;
import org.permitportal.platform.CommonProblem;
import org.permitportal.platform.Problem;
import org.permitportal.sessions.Sealed.Ticket;
import org.permitportal.sessions.SignInSteps.Step;
import org.permitportal.users.PasswordRules;
import org.permitportal.users.SignIn;
import org.permitportal.users.SignIn.Challenge;
import org.permitportal.users.SignIn.Outcome;
import org.permitportal.users.SignIn.Tokens;

/** Sessions of contractors and homeowners: how they begin, go on and end. */
@Singleton
public class SessionDesk {
  /** As the client in identity.yaml has it. */
  static final Duration LIFE = Duration.ofDays(30);

  private final CompanyDirectory directory;
  private final MembershipStore memberships;
  private final SessionStore sessions;
  private final SignIn signIn;
  private final Attempts attempts;
  private final SignInSteps steps;
  private final City city;

  SessionDesk(
      CompanyDirectory directory,
      MembershipStore memberships,
      SessionStore sessions,
      @Named("contractors") SignIn signIn,
      Attempts attempts,
      Provider<PasswordRules> rules,
      City city) {
    this.directory = directory;
    this.memberships = memberships;
    this.sessions = sessions;
    this.signIn = signIn;
    this.attempts = attempts;
    this.steps = new SignInSteps(signIn, attempts, rules, city, "login");
    this.city = city;
  }

  /** Where somebody signs in from: the caller's address and how the person calls the device. */
  public record Place(String address, @Nullable String device) {}

  /** Signs in for the company that was chosen from the list. */
  public Progress loginByHandle(String handle, String password, Place place) {
    String user = directory.principalOfHandle(handle).orElseGet(() -> directory.nobody(handle));
    return login(user, password, place);
  }

  /** Signs in by a typed company name or e-mail address. */
  public Progress loginByName(String typed, String password, Place place) {
    String user = directory.principalOf(typed).orElseGet(() -> directory.nobody(typed));
    return login(user, password, place);
  }

  /** A name that nobody has takes the same way to the same answer. */
  private Progress login(String user, String password, Place place) {
    return progress(steps.begin(user, place.address(), password), place);
  }

  /**
   * Answers what was asked for in signing in.
   *
   * @throws Problem 401 when it was not asked, or too long ago
   */
  public Progress answer(
      String challenge, @Nullable String code, @Nullable String newPassword, Place place) {
    return progress(steps.answer(challenge, place.address(), code, newPassword), place);
  }

  /**
   * Goes on with a session: the membership is asked before the token is exchanged, so a suspended
   * user gets no new one.
   *
   * @throws Problem 401 when the session has ended
   */
  public Progress.SignedIn refresh(String refreshToken) {
    Ticket ticket = Ticket.find(refreshToken).orElseThrow(SessionDesk::ended);
    if (memberships.current(ticket.userId(), ticket.authTime(), ticket.session()).isEmpty()) {
      throw ended();
    }
    Tokens tokens = signIn.refresh(ticket.refreshToken()).orElseThrow(SessionDesk::ended);
    if (!ticket.isOf(tokens) || !sessions.refreshed(tokens)) {
      signIn.revoke(tokens.refreshToken());
      throw ended();
    }
    return signedIn(tokens);
  }

  /** Ends a session; nothing happens when it has ended or never was one. */
  public void logout(String refreshToken) {
    Ticket.find(refreshToken)
        .ifPresent(
            ticket -> {
              signIn.revoke(ticket.refreshToken());
              sessions.close(ticket.userId(), ticket.session());
            });
  }

  private Progress progress(Step step, Place place) {
    return switch (step.outcome()) {
      case Outcome.SignedIn(Tokens tokens) -> opened(tokens, place, step.tries());
      case Outcome.Asked(Challenge challenge) -> {
        attempts.forget(step.tries());
        yield Progress.Asked.of(challenge, city.name());
      }
      default -> throw new IllegalStateException("Already refused: " + step.outcome());
    };
  }

  private Progress opened(Tokens tokens, Place place, String tries) {
    if (sessions.open(tokens, place.device(), LIFE, tries)) {
      return signedIn(tokens);
    }
    signIn.revoke(tokens.refreshToken());
    boolean active =
        memberships
            .find(tokens.userId())
            .filter(member -> member.status() == Member.Status.ACTIVE)
            .isPresent();
    // Active, and yet ended: all sessions were ended in this very second.
    throw active ? ended() : Problem.of(SessionProblem.SIGN_IN_CLOSED);
  }

  private static Progress.SignedIn signedIn(Tokens tokens) {
    return new Progress.SignedIn(
        tokens.accessToken(), tokens.expiresIn(), Ticket.of(tokens).text(), LIFE);
  }

  private static Problem ended() {
    return Problem.of(CommonProblem.SESSION_ENDED);
  }
}
