package org.permitportal.sessions;

import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.CompanyDirectory;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Write;
import org.permitportal.sessions.SignInSteps.Opening;
import org.permitportal.users.PasswordRules;
import org.permitportal.users.SignIn;
import org.permitportal.users.SignIn.Tokens;
import org.permitportal.users.UserAttempts;
import org.permitportal.users.UserAttempts.Of;
import org.permitportal.users.UserProblem;

/** Signs contractors and homeowners in. */
@Singleton
public class Login {
  private final CompanyDirectory directory;
  private final MembershipStore memberships;
  private final SessionStore sessions;
  private final SignIn signIn;
  private final SignInSteps steps;

  Login(
      CompanyDirectory directory,
      MembershipStore memberships,
      SessionStore sessions,
      @Named("contractors") SignIn signIn,
      UserAttempts userAttempts,
      Provider<PasswordRules> rules,
      City city) {
    this.directory = directory;
    this.memberships = memberships;
    this.sessions = sessions;
    this.signIn = signIn;
    this.steps = new SignInSteps(signIn, userAttempts, rules, city, Of.PASSWORD);
  }

  /**
   * The place from which somebody signs in: the caller's IP address, and the name that the person
   * gave the device.
   */
  public record Place(String address, @Nullable String device) {}

  /**
   * Signs in for a company chosen from the list.
   *
   * @throws Problem 401 when the handle or password is wrong; 403 when the user has no active
   *     membership; 429 after too many tries
   */
  public LoginProgress loginByHandle(String handle, String password, Place place) {
    String user = directory.principalOfHandle(handle).orElseGet(() -> directory.nobody(handle));
    return login(user, password, place);
  }

  /**
   * Signs in by a typed company name or e-mail address.
   *
   * @throws Problem 401 when the name or password is wrong; 403 when the user has no active
   *     membership; 429 after too many tries
   */
  public LoginProgress loginByName(String typed, String password, Place place) {
    String user = directory.principalOf(typed).orElseGet(() -> directory.nobody(typed));
    return login(user, password, place);
  }

  /**
   * Signs a user in. For a user who does not exist, the steps and the answer are the same as for a
   * wrong password.
   */
  LoginProgress login(String user, String password, Place place) {
    return steps.begin(user, place.address(), password, opening(place));
  }

  /**
   * Signs a user in again with a password that was right just now, without counting a second try.
   */
  LoginProgress again(String user, String password, Place place) {
    return steps.beginAgain(user, place.address(), password, opening(place));
  }

  /**
   * Answers the challenge of a sign-in.
   *
   * @throws Problem 400 for a wrong code or an unacceptable new password; 401 when there is no such
   *     challenge, or it has expired; 403 when the user has no active membership; 429 after too
   *     many tries
   */
  public LoginProgress answer(
      String challenge, @Nullable String code, @Nullable String newPassword, Place place) {
    return steps.answer(challenge, place.address(), code, newPassword, opening(place));
  }

  private Opening opening(Place place) {
    return (tokens, passed) -> opened(tokens, place, passed);
  }

  private LoginProgress.SignedIn opened(Tokens tokens, Place place, Write passed) {
    if (sessions.open(tokens, place.device(), Sessions.LIFE, passed)) {
      return Sessions.signedIn(tokens);
    }
    signIn.revoke(tokens.refreshToken());
    boolean active =
        memberships
            .find(tokens.userId())
            .filter(member -> member.status() == Member.Status.ACTIVE)
            .isPresent();
    // The member is active. So the session was refused because all sessions were ended in this same
    // second.
    throw active ? Sessions.ended() : Problem.of(UserProblem.SIGN_IN_CLOSED);
  }
}
