package org.permitportal.sessions;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.accounts.SecurityMail;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.sessions.Login.Place;
import org.permitportal.users.BackupCodes;
import org.permitportal.users.SignIn.Ask;
import org.permitportal.users.SignIn.Challenge;
import org.permitportal.users.UserPool;
import org.permitportal.users.UserProblem;

/**
 * Signs in with a recovery code (see {@link BackupCodes}) in place of a code from a lost
 * authenticator app. Cognito has no recovery codes. So a right recovery code turns the second
 * factor off, and then the password alone signs in. The client must send the password again,
 * because its challenge does not prove that the password was right.
 */
@Singleton
public class BackupCodeSignIn {
  private final Login login;
  private final BackupCodes codes;
  private final MembershipStore memberships;
  private final SecurityMail mail;
  private final UserPool pool;

  BackupCodeSignIn(
      Login login,
      BackupCodes codes,
      MembershipStore memberships,
      SecurityMail mail,
      UserPool pool) {
    this.login = login;
    this.codes = codes;
    this.memberships = memberships;
    this.mail = mail;
    this.pool = pool;
  }

  /**
   * Signs in. Tries count together with tries of passwords and app codes.
   *
   * @param challenge the challenge that asked for a code from the app
   * @throws Problem 400 for a wrong recovery code; 401 for a wrong password, or when the challenge
   *     did not ask for an app's code; 403 when the user has no membership; 429 after too many
   *     tries; 503 when the mail about the used code can't be sent now, and then the code is used
   *     up
   */
  public LoginProgress signIn(
      String challenge, String recoveryCode, @Nullable String password, Place place) {
    Challenge asked =
        ClientTickets.challenge(challenge)
            .filter(one -> one.ask() == Ask.AUTHENTICATOR_CODE)
            .orElseThrow(() -> Problem.of(SessionProblem.CHALLENGE_ENDED));
    if (password == null) {
      throw Problem.invalid("password", "REQUIRED", "Type your password again.");
    }
    LoginProgress loginProgress = login.login(asked.userId(), password, place);
    return loginProgress instanceof LoginProgress.Asked
        ? turnedOff(asked.userId(), recoveryCode, password, place)
        : loginProgress;
  }

  private LoginProgress turnedOff(
      String userId, String recoveryCode, String password, Place place) {
    Member member =
        memberships.find(userId).orElseThrow(() -> Problem.of(UserProblem.SIGN_IN_CLOSED));
    if (!codes.use(userId, recoveryCode)) {
      throw Problem.of(
          UserProblem.RECOVERY_CODE_WRONG,
          new FieldError("recoveryCode", "WRONG", UserProblem.RECOVERY_CODE_WRONG.title()));
    }
    mail.tell(member, Mail.RECOVERY_CODE_USED);
    pool.secondFactor(userId, false);
    return login.again(userId, password, place);
  }
}
