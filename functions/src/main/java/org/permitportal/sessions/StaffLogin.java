package org.permitportal.sessions;

import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Table;
import org.permitportal.platform.Write;
import org.permitportal.users.Email;
import org.permitportal.users.PasswordRules;
import org.permitportal.users.SignIn;
import org.permitportal.users.SignIn.Tokens;
import org.permitportal.users.UserAttempts;
import org.permitportal.users.UserAttempts.Of;

/** Signs the city's staff in, always with both a password and an authenticator app's code. */
@Singleton
public class StaffLogin {
  private final SignInSteps steps;

  StaffLogin(
      @Named("staff") SignIn signIn,
      UserAttempts userAttempts,
      Provider<PasswordRules> rules,
      City city) {
    this.steps = new SignInSteps(signIn, userAttempts, rules, city, Of.STAFF_PASSWORD);
  }

  /**
   * Begins a sign-in.
   *
   * @param email the e-mail address, which is the pool's username
   * @throws Problem 401 when the e-mail address or password is wrong; 429 after too many tries
   */
  public LoginProgress login(String email, String password, String address) {
    String user = Email.find(email).map(Email::value).orElse(email);
    return steps.begin(user, address, password, StaffLogin::open);
  }

  /**
   * Answers the challenge of a sign-in.
   *
   * @throws Problem 400 for a wrong code or an unacceptable new password; 401 when there is no such
   *     challenge, or it has expired; 429 after too many tries
   */
  public LoginProgress answer(
      String challenge, @Nullable String code, @Nullable String newPassword, String address) {
    return steps.answer(challenge, address, code, newPassword, StaffLogin::open);
  }

  private static LoginProgress.SignedIn open(Tokens tokens, Write passed) {
    Table.run(passed);
    return StaffSessions.signedIn(tokens);
  }
}
