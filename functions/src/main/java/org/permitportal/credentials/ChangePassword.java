package org.permitportal.credentials;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.accounts.SecurityMail;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Problem;
import org.permitportal.sessions.LoginProgress;
import org.permitportal.sessions.Sessions;
import org.permitportal.sessions.SignOut;
import org.permitportal.users.Email;
import org.permitportal.users.Password;
import org.permitportal.users.PasswordRules;
import org.permitportal.users.Reauthentication;
import org.permitportal.users.UserPool;

/**
 * Changes the password of a signed-in user. All other sessions end, also in the user pool.
 * Otherwise a thief could use a stolen refresh token for weeks by calling the pool directly. The
 * pool can only end all sessions or none, so the caller gets a new session.
 */
@Singleton
public class ChangePassword {
  private final PasswordRules rules;
  private final Reauthentication reauthentication;
  private final MembershipStore memberships;
  private final Sessions sessions;
  private final SignOut signOut;
  private final SecurityMail mail;
  private final UserPool pool;

  ChangePassword(
      PasswordRules rules,
      Reauthentication reauthentication,
      MembershipStore memberships,
      Sessions sessions,
      SignOut signOut,
      SecurityMail mail,
      UserPool pool) {
    this.rules = rules;
    this.reauthentication = reauthentication;
    this.memberships = memberships;
    this.sessions = sessions;
    this.signOut = signOut;
    this.mail = mail;
    this.pool = pool;
  }

  /**
   * Changes the password. The other sessions end before the change, so that none remains if the
   * call stops early. Sessions end once more after the change, because somebody may have signed in
   * with the old password in between.
   *
   * @param current the current password
   * @param wanted the new password
   * @param device the person's name for the device, for the new session
   * @return the new session, or the question for the second factor; until the user answers it, the
   *     present session continues, at most until its access token expires
   * @throws Problem 400 for a wrong current password or an unsuitable new one; 429 after too many
   *     wrong passwords; 503 when the mail about the change can't be sent now; then nothing was
   *     changed
   */
  public LoginProgress change(
      Applicant applicant, String current, String wanted, @Nullable String device) {
    Member member = memberships.of(applicant);
    Password password = fit(member, current, wanted);
    reauthentication.check(applicant, "currentPassword", current);
    mail.tell(member, Mail.CHANGED_PASSWORD);
    signOut.endOthers(applicant);
    pool.change(member.userId(), null, password);
    pool.signOut(member.userId());
    LoginProgress progress = sessions.restart(member.userId(), password, device);
    if (progress instanceof LoginProgress.Asked) {
      signOut.endOthers(applicant);
    }
    return progress;
  }

  private Password fit(Member member, String current, String wanted) {
    if (wanted.equals(current)) {
      throw Problem.invalid("newPassword", "SAME", "This is already your password.");
    }
    Password password = Password.of(wanted);
    String local = Email.find(member.email()).map(Email::localPart).orElse("");
    rules
        .check("newPassword", password, List.of(member.accountName(), local))
        .ifPresent(
            error -> {
              throw Problem.invalid(List.of(error));
            });
    return password;
  }
}
