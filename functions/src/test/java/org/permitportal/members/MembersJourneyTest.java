package org.permitportal.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AColleague;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.AwsCalls;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.ThePortal;
import org.permitportal.localstack.AtOnce;

/** Tests that owners can manage the account's members, and that one owner always remains. */
class MembersJourneyTest {
  private static final String NOBODY = "01JD3PZK7M8Q2V5XW9ABCDEFGH";

  @Test
  void aNewRoleHoldsAtTheNextRequest() {
    String owner = AnAccount.confirmed().signedIn().accessToken();
    AColleague mara = AColleague.joined(owner, "READ_ONLY");
    String token = mara.token();
    ApiCall.of("listMembers").bearer(token).expect(403);
    assertThat(change(owner, mara.id(owner)).json("role", "OWNER").expect(400).errors())
        .containsExactly("password REQUIRED");
    assertThat(
            change(owner, mara.id(owner))
                .json("role", "OWNER", "password", AnAccount.PASSWORD)
                .expect(200)
                .text("/role"))
        .isEqualTo("OWNER");
    ApiCall.of("listMembers").bearer(token).expect(200);
    Eventually.get(
        "the mail of the new role",
        () ->
            ThePortal.stack().mailbox().mailsTo(mara.email()).stream()
                .filter(mail -> mail.subject().contains("has changed"))
                .findFirst());
    assertThat(change(owner, mara.id(owner)).json().expect(200).text("/role")).isEqualTo("OWNER");
    assertThat(change(owner, mara.id(owner)).expect(200).text("/role")).isEqualTo("OWNER");
    assertThat(remove(owner, "42").expect(400).errors()).containsExactly("memberId INVALID");
  }

  @Test
  void theLastOwnerStays() {
    AnAccount account = AnAccount.confirmed();
    String owner = account.signedIn().accessToken();
    String me = me(owner, account);
    assertThat(
            change(owner, me)
                .json("role", "MEMBER", "password", AnAccount.PASSWORD)
                .expect(409)
                .code())
        .isEqualTo("LAST_OWNER");
    assertThat(remove(owner, me, AnAccount.PASSWORD).expect(409).code()).isEqualTo("LAST_OWNER");
    assertThat(change(owner, me).json("role", "OWNER").expect(200).text("/role"))
        .isEqualTo("OWNER");
  }

  @Test
  void ownersWhoAllGoAtOnceLeaveOne() throws Exception {
    AnAccount account = AnAccount.confirmed();
    String ana = account.signedIn().accessToken();
    String anasId = me(ana, account);
    AColleague mara = AColleague.joined(ana, "OWNER");
    AColleague luis = AColleague.joined(ana, "OWNER");
    String marasId = mara.id(ana);
    String luisId = luis.id(ana);
    // Ana is the member who signs in by the company's name. So she can get a lower role only when
    // another member signs in by this name.
    change(ana, luisId).json("principal", true, "password", AnAccount.PASSWORD).expect(200);
    String marasToken = mara.token();
    List<Integer> answers =
        AtOnce.run(
            List.of(
                () -> demote(ana, anasId, AnAccount.PASSWORD).send().status(),
                () -> demote(marasToken, marasId, AColleague.PASSWORD).send().status(),
                () -> demote(ana, marasId, AnAccount.PASSWORD).send().status(),
                () -> remove(marasToken, anasId, AColleague.PASSWORD).send().status()));
    assertThat(answers).isSubsetOf(200, 204, 401, 403, 404, 409);
    String luisToken = luis.token();
    JsonNode members =
        ApiCall.of("listMembers").bearer(luisToken).expect(200).body().path("members");
    assertThat(members.findValuesAsText("role")).contains("OWNER");
    assertThat(remove(luisToken, luisId, AColleague.PASSWORD).expect(409).code())
        .isIn("LAST_OWNER", "PRINCIPAL_STAYS");
  }

  @Test
  void twoOwnersWhoRemoveEachOtherLeaveOne() throws Exception {
    for (int i = 0; i < 5; i++) {
      AnAccount account = AnAccount.confirmed();
      String ana = account.signedIn().accessToken();
      String anasId = me(ana, account);
      AColleague mara = AColleague.joined(ana, "OWNER");
      AColleague luis = AColleague.joined(ana, "OWNER");
      String marasId = mara.id(ana);
      String luisId = luis.id(ana);
      change(ana, luisId).json("principal", true, "password", AnAccount.PASSWORD).expect(200);
      String token = mara.token();
      change(luis.token(), luisId).json("role", "OWNER").expect(200);
      List<Integer> answers =
          AtOnce.run(
              List.of(
                  () -> remove(ana, marasId, AnAccount.PASSWORD).send().status(),
                  () -> remove(token, anasId, AColleague.PASSWORD).send().status()));
      assertThat(answers).contains(204).isSubsetOf(204, 401, 403, 404);
      assertThat(java.util.Collections.frequency(answers, 204)).isEqualTo(1);
    }
  }

  @Test
  void whoSignsInByTheNameIsHandedOverWithThePassword() {
    AnAccount account = AnAccount.confirmed();
    String ana = account.signedIn().accessToken();
    String anasId = me(ana, account);
    AColleague mara = AColleague.joined(ana, "MEMBER");
    String marasId = mara.id(ana);
    assertThat(change(ana, marasId).json("principal", true).expect(409).code())
        .isEqualTo("PRINCIPAL_IS_OWNER");
    ApiCall handOver = change(ana, marasId);
    assertThat(handOver.json("role", "OWNER", "principal", true).expect(400).errors())
        .containsExactly("password REQUIRED");
    assertThat(
            change(ana, marasId)
                .json("role", "OWNER", "principal", true, "password", "wrong wrong wrong")
                .expect(400)
                .code())
        .isEqualTo("PASSWORD_WRONG");
    ApiCall.Answer changed =
        change(ana, marasId)
            .json("role", "OWNER", "principal", true, "password", AnAccount.PASSWORD)
            .expect(200);
    assertThat(changed.body().path("principal").asBoolean()).isTrue();
    byName(account, AColleague.PASSWORD).expect(200);
    ApiCall.of("login")
        .json("handle", account.handle(), "password", AColleague.PASSWORD, "delivery", "BODY")
        .expect(200);
    byName(account, AnAccount.PASSWORD).expect(401);
    ApiCall.of("login")
        .json("user", account.email(), "password", AnAccount.PASSWORD, "delivery", "BODY")
        .expect(200);
    assertThat(demote(ana, marasId, AnAccount.PASSWORD).expect(409).code())
        .isEqualTo("PRINCIPAL_STAYS");
    assertThat(remove(ana, marasId, AnAccount.PASSWORD).expect(409).code())
        .isEqualTo("PRINCIPAL_STAYS");
    assertThat(
            change(ana, anasId)
                .json("principal", true, "password", AnAccount.PASSWORD)
                .expect(403)
                .code())
        .isEqualTo("PRINCIPAL_ONLY");
    remove(mara.token(), anasId, AColleague.PASSWORD).expect(204);
    Eventually.get(
        "the mail of the change",
        () ->
            ThePortal.stack().mailbox().mailsTo(mara.email()).stream()
                .filter(mail -> mail.subject().contains("now logs in with the name"))
                .findFirst());
  }

  @Test
  void passwordsTypedToHandOverAreCounted() {
    AnAccount account = AnAccount.confirmed();
    String ana = account.signedIn().accessToken();
    String mara = AColleague.joined(ana, "OWNER").id(ana);
    for (int i = 0; i < 4; i++) {
      change(ana, mara).json("principal", true, "password", "wrong wrong wrong").expect(400);
    }
    change(ana, mara).json("principal", true, "password", AnAccount.PASSWORD).expect(429);
    remove(ana, mara, AnAccount.PASSWORD).expect(429);
    ApiCall.of("claimPrincipal").bearer(ana).json("password", AnAccount.PASSWORD).expect(429);
  }

  @Test
  void whoIsRemovedCannotSignInAndTheAddressIsFree() {
    AnAccount account = AnAccount.confirmed();
    String owner = account.signedIn().accessToken();
    AColleague mara = AColleague.joined(owner, "OWNER");
    AColleague invitedByHer = AColleague.invited(mara.token(), AColleague.PASSWORD, "OWNER");
    String id = mara.id(owner);
    assertThat(remove(owner, id).expect(400).errors()).containsExactly("password REQUIRED");
    assertThat(AwsCalls.of("removeMember", () -> remove(owner, id, AnAccount.PASSWORD).expect(204)))
        .containsExactly(
            "DynamoDb GetItem",
            "DynamoDb GetItem",
            "DynamoDb UpdateItem",
            "Cognito AdminInitiateAuth",
            "Cognito RevokeToken",
            "DynamoDb UpdateItem",
            "DynamoDb GetItem",
            "DynamoDb TransactWriteItems",
            "Cognito AdminDeleteUser",
            "DynamoDb DeleteItem");
    remove(owner, id).expect(204);
    assertThat(mara.login().expect(401).code()).isEqualTo("WRONG_CREDENTIALS");
    assertThat(invitedByHer.acceptance().expect(410).code()).isEqualTo("INVITATION_ENDED");
    Eventually.get(
        "the mail of the removal",
        () ->
            ThePortal.stack().mailbox().mailsTo(mara.email()).stream()
                .filter(mail -> mail.subject().contains("no longer a member"))
                .findFirst());
    ADraft.started().withCompany("email", mara.email());
    AColleague.invitation(owner, mara.email(), "MEMBER").expect(201);
    String code = AColleague.codeMailedTo(mara.email());
    new AColleague(mara.email(), "", code).acceptance().expect(200);
    mara.token();
  }

  @Test
  void anothersMembersAreNotThere() {
    AnAccount account = AnAccount.confirmed();
    String owner = account.signedIn().accessToken();
    AnAccount other = AnAccount.confirmed();
    String stranger = me(other.signedIn().accessToken(), other);
    for (String id : List.of(stranger, NOBODY)) {
      change(owner, id).json("role", "MEMBER").expect(404);
      remove(owner, id).expect(404);
    }
  }

  private static ApiCall byName(AnAccount account, String password) {
    return ApiCall.of("login")
        .json("user", account.name(), "password", password, "delivery", "BODY");
  }

  private static String me(String token, AnAccount account) {
    return new AColleague(account.email(), "", "").id(token);
  }

  private static ApiCall change(String token, String id) {
    return ApiCall.of("changeMember").bearer(token).path("memberId", id);
  }

  private static ApiCall demote(String token, String id, String password) {
    return change(token, id).json("role", "MEMBER", "password", password);
  }

  private static ApiCall remove(String token, String id, String password) {
    return remove(token, id).json("password", password);
  }

  private static ApiCall remove(String token, String id) {
    return ApiCall.of("removeMember").bearer(token).path("memberId", id);
  }
}
