package org.permitportal.credentials;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.accounts.SecurityMail;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.City;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.Table;
import org.permitportal.users.AuthenticatorApp;
import org.permitportal.users.BackupCodes;
import org.permitportal.users.Reauthentication;
import org.permitportal.users.SignIn.Challenge;
import org.permitportal.users.UserPool;
import org.permitportal.users.UserProblem;

/** Turns a contractor's authenticator app on and off. */
@Singleton
public class AuthenticatorSettings {
  private final Reauthentication reauthentication;
  private final AuthenticatorApp app;
  private final BackupCodes recoveryCodes;
  private final UserPool pool;
  private final MembershipStore memberships;
  private final SecurityMail mail;
  private final City city;

  AuthenticatorSettings(
      Reauthentication reauthentication,
      AuthenticatorApp app,
      BackupCodes recoveryCodes,
      UserPool pool,
      MembershipStore memberships,
      SecurityMail mail,
      City city) {
    this.reauthentication = reauthentication;
    this.app = app;
    this.recoveryCodes = recoveryCodes;
    this.pool = pool;
    this.memberships = memberships;
    this.mail = mail;
    this.city = city;
  }

  /**
   * The secret that a user enters into the authenticator app.
   *
   * @param secret the secret, in base 32
   * @param otpauth the secret as an {@code otpauth:} address for a QR code
   */
  @Serdeable
  public record Enrolment(String secret, String otpauth) {
    @Override
    public String toString() {
      return "Enrolment[***]";
    }
  }

  /**
   * Begins the enrollment of an app. The sign-in changes only when {@link #confirm} gets a code
   * from the app.
   *
   * @throws Problem 400 for a wrong password; 401 when the session has ended; 409 when an app is
   *     already in use; 429 after too many tries
   */
  public Enrolment enrol(Applicant applicant, String accessToken, String password) {
    if (reauthentication.check(applicant, "password", password)) {
      throw Problem.of(ProfileProblem.SECOND_FACTOR_ON);
    }
    String secret =
        app.begin(accessToken).orElseThrow(() -> Problem.of(RequestProblem.SESSION_ENDED));
    String label = memberships.of(applicant).email();
    return new Enrolment(secret, AuthenticatorApp.address(city.name(), label, secret));
  }

  /**
   * Turns the app on.
   *
   * @return the recovery codes; the portal shows them only this one time
   * @throws Problem 400 when the code is not valid now; 401 when the session has ended; 409 when no
   *     enrollment was begun; 429 after too many tries; 503 when the mail about the change can't be
   *     sent now; the user must begin again
   */
  public List<String> confirm(Applicant applicant, String accessToken, String code) {
    reauthentication.countCode(applicant);
    switch (app.prove(accessToken, code)) {
      case WRONG -> throw wrong(UserProblem.CODE_NOT_VALID, "code");
      case NOT_BEGUN -> throw Problem.of(ProfileProblem.SECOND_FACTOR_NOT_BEGUN);
      case ENDED -> throw Problem.of(RequestProblem.SESSION_ENDED);
      case RIGHT -> reauthentication.passCode(applicant);
    }
    List<String> codes = recoveryCodes.fresh();
    Table.run(recoveryCodes.keep(applicant.userId(), codes));
    mail.tell(memberships.of(applicant), Mail.SECOND_FACTOR_ON);
    pool.secondFactor(applicant.userId(), true);
    return codes;
  }

  /**
   * Turns the app off. The user must give the password and either a code from the app or a recovery
   * code. Does nothing when the app is already off.
   *
   * @throws Problem 400 for a wrong password or code; 429 after too many tries; 503 when the mail
   *     about the change can't be sent now
   */
  public void disable(
      Applicant applicant, String password, @Nullable String code, @Nullable String recoveryCode) {
    Optional<Challenge> asked = reauthentication.begin(applicant, "password", password);
    if (asked.isEmpty()) {
      return;
    }
    if (code != null && recoveryCode == null) {
      reauthentication.prove(applicant, asked.get(), "code", code);
    } else if (recoveryCode != null && code == null) {
      useUp(applicant, recoveryCode);
    } else {
      throw Problem.invalid("code", "REQUIRED", "Type a code from your app or a recovery code.");
    }
    Member member = memberships.of(applicant);
    mail.tell(member, Mail.SECOND_FACTOR_OFF);
    pool.secondFactor(member.userId(), false);
    Table.run(recoveryCodes.forgetting(member.userId()));
  }

  private void useUp(Applicant applicant, String recoveryCode) {
    reauthentication.countCode(applicant);
    if (!recoveryCodes.use(applicant.userId(), recoveryCode)) {
      throw wrong(UserProblem.RECOVERY_CODE_WRONG, "recoveryCode");
    }
    reauthentication.passCode(applicant);
  }

  private static Problem wrong(UserProblem problem, String field) {
    return Problem.of(problem, new FieldError(field, "WRONG", problem.title()));
  }
}
