package org.permitportal.permits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AColleague;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.TheCompanyList;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.emulators.Mail;

/** Tests that accounts can be exported and closed. */
class ClosingJourneyTest {
  @Test
  void anExportHoldsAllThatBelongsToTheAccount() {
    AnAccount account = AnAccount.confirmed();
    String permit = APermit.row().imported();
    APermit.link(permit, account);
    String wanted = APermit.row().imported();
    String token = account.signedIn().accessToken();
    ask(token, wanted).expect(201);
    AColleague.joined(token, "MEMBER");
    AColleague.invited(token, "READ_ONLY");
    JsonNode export = ApiCall.of("exportAccount").bearer(token).expect(200).body();
    assertThat(export.at("/account/email").asText()).isEqualTo(account.email());
    assertThat(export.at("/papers/licenses/0/number").asText()).isEqualTo("RC-20417");
    assertThat(export.path("members")).hasSize(2);
    assertThat(export.path("invitations")).hasSize(1);
    assertThat(export.path("business").findValuesAsText("id"))
        .containsExactlyInAnyOrder(permit, wanted);
    assertThat(export.path("business").findValuesAsText("kind"))
        .containsExactlyInAnyOrder("permit", "link-request");
  }

  @Test
  void anAccountWithOpenBusinessIsNotClosedAndIsToldWhich() {
    AnAccount account = AnAccount.confirmed();
    APermit open = APermit.row();
    APermit.link(open.imported(), account);
    APermit done = APermit.row().with("StatusCurrent", "CO Issued");
    String token = account.signedIn().accessToken();
    APermit wanted = APermit.row();
    String wantedId = wanted.imported();
    ask(token, wantedId).expect(201);
    assertThat(done.cell("StatusCurrent")).isEqualTo("CO Issued");
    ApiCall.Answer refused = close(token, AnAccount.PASSWORD).expect(409);
    assertThat(refused.code()).isEqualTo("ACCOUNT_IN_USE");
    assertThat(refused.errors()).containsExactlyInAnyOrder("permit OPEN", "link-request OPEN");
    assertThat(refused.body().path("errors").findValuesAsText("message"))
        .containsExactlyInAnyOrder(open.cell("PermitNum"), wanted.cell("PermitNum"));
    ApiCall.of("getAccount").bearer(token).expect(200);
  }

  @Test
  void aClosedAccountLeavesItsNameAndNothingToSignInWith() {
    AnAccount account = AnAccount.confirmed();
    String token = account.signedIn().accessToken();
    AColleague mara = AColleague.joined(token, "OWNER");
    AColleague invited = AColleague.invited(token, "MEMBER");
    String marasToken = mara.token();
    assertThat(close(token, "wrong wrong wrong").expect(400).code()).isEqualTo("PASSWORD_WRONG");
    close(token, AnAccount.PASSWORD).expect(204);
    for (String ended : java.util.List.of(token, marasToken)) {
      ApiCall.of("getAccount").bearer(ended).expect(401);
    }
    assertGone(account);
    assertThat(mara.login().expect(401).code()).isEqualTo("WRONG_CREDENTIALS");
    invited.acceptance().expect(410);
    for (String email : java.util.List.of(account.email(), mara.email())) {
      Mail mail =
          Eventually.get(
              "the mail of the closing",
              () ->
                  ThePortal.stack().mailbox().mailsTo(email).stream()
                      .filter(m -> m.subject().contains("is closed"))
                      .findFirst());
      assertThat(mail.text()).contains(account.name());
    }
    // Both addresses can be used again: one for a new account, one for an invitation.
    ADraft.started().withCompany("email", account.email());
    String another = AnAccount.confirmed().signedIn().accessToken();
    AColleague.invitation(another, mara.email(), "MEMBER").expect(201);
    String code = AColleague.codeMailedTo(mara.email());
    new AColleague(mara.email(), "", code).acceptance().expect(200);
  }

  @Test
  void passwordsTypedToCloseAreCounted() {
    String token = AnAccount.confirmed().signedIn().accessToken();
    for (int i = 0; i < 4; i++) {
      close(token, "wrong wrong wrong").expect(400);
    }
    close(token, AnAccount.PASSWORD).expect(429);
  }

  private static void assertGone(AnAccount account) {
    for (String who : java.util.List.of(account.name(), account.email())) {
      ApiCall.of("login")
          .json("user", who, "password", AnAccount.PASSWORD, "delivery", "BODY")
          .expect(401);
    }
    ApiCall.of("login")
        .json("handle", account.handle(), "password", AnAccount.PASSWORD, "delivery", "BODY")
        .expect(401);
    assertThat(TheCompanyList.pages(account.name()))
        .noneMatch(page -> page.body().findValuesAsText("handle").contains(account.handle()));
    assertThat(
            ADraft.started()
                .call("checkName")
                .query("name", account.name())
                .expect(200)
                .text("/state"))
        .isEqualTo("TAKEN");
  }

  private static ApiCall ask(String token, String permitId) {
    return ApiCall.of("requestLink")
        .bearer(token)
        .path("permitId", permitId)
        .json("role", "owner", "reason", "It is my house.");
  }

  private static ApiCall close(String token, String password) {
    return ApiCall.of("closeAccount").bearer(token).json("password", password);
  }
}
