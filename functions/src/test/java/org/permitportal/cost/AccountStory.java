package org.permitportal.cost;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.permitportal.credentials.Recovery;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.AColleague;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.ASecondFactor;
import org.permitportal.journey.AStaffMember;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.ItsFiles;
import org.permitportal.journey.MailedLink;
import org.permitportal.journey.ThePortal;

/**
 * Calls every operation for getting an account, signing in, managing the account and leaving it.
 * Repeats each call until it succeeds.
 */
final class AccountStory {
  private static @Nullable AnAccount claimed;
  private static @Nullable AColleague claimant;

  private AccountStory() {}

  static void told() {
    claim();
    registration();
    secondFactor();
    ownSignIn();
    address();
    Recovery holder = Recovery.fresh();
    AnAccount forgetful = AnAccount.confirmed();
    holder.recover(forgetful.name(), forgetful.email());
    members();
    sessions();
    staffSession();
  }

  private static void registration() {
    for (String open : new String[] {"getPortal", "getTerms", "getContract"}) {
      ApiCall.of(open).expect(200);
    }
    ADraft draft = ADraft.started();
    draft.call("checkName").query("name", draft.name()).expect(200);
    ItsFiles files = ItsFiles.of(draft);
    String file = files.uploaded(TestFiles.PLAIN_PDF);
    files.checked(file);
    draft.call("removeAttachment").path("fileId", file).expect(204);
    draft.withCompany().withContact();
    draft.call("mailResumeLink").expect(200);
    ApiCall.of("resumeRegistration")
        .json("code", AColleague.codeMailedTo(draft.email()))
        .expect(200);
    ADraft.complete().confirmed();
  }

  private static void secondFactor() {
    AnAccount account = AnAccount.confirmed();
    AnAccount.Session session = account.signedIn();
    ASecondFactor factor = ASecondFactor.of(account, session);
    String challenge =
        ApiCall.of("login")
            .json("handle", account.handle(), "password", account.password(), "delivery", "BODY")
            .expect(200)
            .text("/asked/challenge");
    ApiCall.of("answerChallenge")
        .json("challenge", challenge, "code", factor.nextCode(), "delivery", "BODY")
        .expect(200);
    call("disableTotp", session)
        .json("password", account.password(), "code", factor.nextCode())
        .expect(204);
  }

  private static void ownSignIn() {
    AnAccount account = AnAccount.confirmed();
    AnAccount.Session session = account.signedIn();
    call("changeSecretQuestion", session)
        .json("password", account.password(), "question", "first-tool", "answer", "A hammer")
        .expect(204);
    call("changePassword", session)
        .json(
            "currentPassword",
            account.password(),
            "newPassword",
            ADraft.PASSWORD,
            "delivery",
            "BODY")
        .expect(200);
    ApiCall.of("reportNotMe").json("code", MailedLink.code(account.email(), "not-me")).expect(200);
  }

  private static void address() {
    AnAccount account = AnAccount.confirmed();
    AnAccount.Session session = account.signedIn();
    String email = "new-" + account.email();
    call("changeEmail", session).json("password", account.password(), "email", email).expect(200);
    call("confirmEmailChange", session)
        .json("email", email, "code", ThePortal.codeMailedTo(email))
        .expect(204);
    ApiCall.of("undoEmailChange")
        .json("code", MailedLink.code(account.email(), "undo-email"))
        .expect(200);
  }

  /**
   * Lets another owner claim the company's name. The first call lets a week pass, so that this
   * owner has been one for long enough.
   */
  private static void claim() {
    if (claimed == null || claimant == null) {
      claimed = AnAccount.confirmed();
      claimant = AColleague.joined(claimed.signedIn().accessToken(), "OWNER");
      ThePortal.clock().pass(Duration.ofDays(8));
    }
    AnAccount.Session owner = new AnAccount.Session(claimant.token(), "");
    call("claimPrincipal", owner).json("password", AColleague.PASSWORD).expect(201);
    call("endPrincipalClaim", claimed.signedIn()).expect(204);
  }

  private static void members() {
    AnAccount account = AnAccount.confirmed();
    AnAccount.Session owner = account.signedIn();
    AColleague invited = AColleague.invited(owner.accessToken(), "MEMBER");
    ApiCall.of("viewInvitation").json("code", invited.code()).expect(200);
    call("withdrawInvitation", owner).path("invitationId", invited.invitationId()).expect(204);
    AColleague colleague = AColleague.joined(owner.accessToken(), "MEMBER");
    String id = colleague.id(owner.accessToken());
    call("changeMember", owner).path("memberId", id).json("role", "READ_ONLY").expect(200);
    call("removeMember", owner).path("memberId", id).expect(204);
    call("exportAccount", owner).expect(200);
    call("closeAccount", owner).json("password", account.password()).expect(204);
  }

  private static void sessions() {
    AnAccount account = AnAccount.confirmed();
    ApiCall.of("searchCompanies").query("q", account.name()).expect(200);
    AnAccount.Session left = account.signedIn();
    ApiCall.of("logout").json("refreshToken", left.refreshToken()).expect(204);
    AnAccount.Session session = account.signedIn();
    ApiCall.of("refreshSession").json("refreshToken", session.refreshToken()).expect(200);
    long version = call("getAccount", session).expect(200).version();
    call("updateContact", session)
        .ifMatch(version)
        .json(
            "companyPhone",
            "719-555-0151",
            "firstName",
            "Ana",
            "lastName",
            "Rivera",
            "address",
            ADraft.ADDRESS,
            "phone",
            "719-555-0150",
            "preferredContact",
            "EMAIL",
            "language",
            "en")
        .expect(200);
    call("listSessions", session).expect(200);
    call("signOutEverywhere", session).json("keepThis", false).expect(204);
  }

  private static void staffSession() {
    AStaffMember clerk = AStaffMember.invited("clerk");
    AStaffMember.Session session = clerk.signedIn(clerk.enrolled().secret());
    String cookie =
        withCookie("refreshStaffSession", session.cookie()).cookie("__Host-staff-refresh");
    withCookie("logoutStaff", cookie);
  }

  private static ApiCall.Answer withCookie(String operation, String cookie) {
    ApiCall.Answer answer =
        ApiCall.of(operation)
            .header("origin", ThePortal.stack().url())
            .header("cookie", "__Host-staff-refresh=" + cookie)
            .send();
    if (answer.status() >= 300) {
      throw new AssertionError(operation + " answers " + answer);
    }
    return answer;
  }

  private static ApiCall call(String operation, AnAccount.Session session) {
    return ApiCall.of(operation).bearer(session.accessToken());
  }
}
