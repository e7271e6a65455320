package org.permitportal.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AColleague;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.AwsCalls;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.emulators.Mail;
import org.permitportal.localstack.AtOnce;

/** Tests that invited colleagues join an account, each with a login of their own. */
class InvitationJourneyTest {
  @Test
  void anInvitedColleagueJoinsAndSignsInWithTheOwnAddress() {
    AnAccount account = AnAccount.confirmed();
    String owner = account.signedIn().accessToken();
    AColleague mara = AColleague.invited(owner, "MEMBER");
    Mail mail = ThePortal.mailTo(mara.email());
    assertThat(mail.subject()).contains(account.name(), "invites you");
    assertThat(mail.text()).contains("Ana Rivera asks you", "/invitation#code=" + mara.code());
    ApiCall.Answer listed = ApiCall.of("listMembers").bearer(owner).expect(200);
    assertThat(listed.text("/invitations/0/email")).isEqualTo(mara.email());
    assertThat(listed.body().at("/members")).hasSize(1);
    assertThat(listed.body().at("/members/0/principal").asBoolean()).isTrue();

    ApiCall.Answer offer = view(mara.code()).expect(200);
    assertThat(offer.text("/company")).isEqualTo(account.name());
    assertThat(offer.text("/invitedBy")).isEqualTo("Ana Rivera");
    assertThat(offer.text("/name")).isEqualTo(listed.text("/invitations/0/name"));
    mara.login().expect(401);
    assertThat(mara.acceptance().expect(200).text("/company")).isEqualTo(account.name());

    ApiCall.Answer seen = ApiCall.of("getAccount").bearer(mara.token()).expect(200);
    assertThat(seen.text("/name")).isEqualTo(account.name());
    assertThat(seen.text("/role")).isEqualTo("MEMBER");
    assertThat(ApiCall.of("listMembers").bearer(owner).expect(200).body().at("/invitations"))
        .isEmpty();
    assertThat(joinedMail(account).text()).contains("Mara Rivera (" + mara.email() + ")");
    account.signedIn();
  }

  private static Mail joinedMail(AnAccount account) {
    return org.permitportal.journey.Eventually.get(
        "the mail that somebody joined",
        () ->
            ThePortal.stack().mailbox().mailsTo(account.email()).stream()
                .filter(mail -> mail.subject().contains("has joined"))
                .findFirst());
  }

  @Test
  void aRepeatedAcceptanceGetsTheSameAnswerAndChangesNothing() {
    String owner = AnAccount.confirmed().signedIn().accessToken();
    AColleague mara = AColleague.joined(owner, "MEMBER");
    mara.acceptance("password", "another long password").expect(200);
    mara.acceptance().header("idempotency-key", "another-key").expect(410);
    mara.token();
    assertThat(view(mara.code()).expect(410).code()).isEqualTo("INVITATION_ENDED");
    ApiCall.of("removeMember").bearer(owner).path("memberId", mara.id(owner)).expect(204);
    assertThat(mara.acceptance().expect(410).code()).isEqualTo("INVITATION_ENDED");
    mara.login().expect(401);
  }

  @Test
  void aDoubleClickMakesOneMember() throws Exception {
    String owner = AnAccount.confirmed().signedIn().accessToken();
    AColleague mara = AColleague.invited(owner, "MEMBER");
    List<Callable<Integer>> clicks =
        Collections.nCopies(3, () -> mara.acceptance().send().status());
    assertThat(AtOnce.run(clicks)).containsOnly(200);
    mara.token();
    assertThat(ApiCall.of("listMembers").bearer(owner).expect(200).body().at("/members"))
        .hasSize(2);
  }

  @Test
  void ofThoseWhoHaveTheLinkOneGetsInWithTheOwnPassword() throws Exception {
    for (int round = 0; round < 5; round++) {
      String owner = AnAccount.confirmed().signedIn().accessToken();
      AColleague mara = AColleague.invited(owner, "MEMBER");
      List<Callable<Integer>> all =
          IntStream.range(0, 4)
              .<Callable<Integer>>mapToObj(
                  i ->
                      () ->
                          mara.acceptance("password", "four blue boats " + i)
                              .header("idempotency-key", "another-key-" + i)
                              .send()
                              .status())
              .toList();
      List<Integer> answers = AtOnce.run(all);
      assertThat(answers).containsOnlyOnce(200).containsOnly(200, 410);
      ApiCall.of("login")
          .json(
              "user",
              mara.email(),
              "password",
              "four blue boats " + answers.indexOf(200),
              "delivery",
              "BODY")
          .expect(200);
    }
  }

  @Test
  void anAddressThatSignsInElsewhereLooksTheSameAndIsToldWhyInItsMailOnly() {
    AnAccount other = AnAccount.confirmed();
    AnAccount account = AnAccount.confirmed();
    String owner = account.signedIn().accessToken();
    String free = "free-" + UUID.randomUUID() + "@rivera.example";
    ApiCall.Answer[] answers = new ApiCall.Answer[2];
    anybody(owner).expect(201);
    List<String> known =
        AwsCalls.of(
            "inviteMember",
            () -> answers[0] = AColleague.invitation(owner, other.email(), "MEMBER").expect(201));
    List<String> unknown =
        AwsCalls.of(
            "inviteMember",
            () -> answers[1] = AColleague.invitation(owner, free, "MEMBER").expect(201));
    assertThat(known).isEqualTo(unknown).hasSize(12);
    assertThat(answers[0].body().properties().stream().map(p -> p.getKey()))
        .containsExactlyElementsOf(
            answers[1].body().properties().stream().map(p -> p.getKey()).toList());
    Mail mail = ThePortal.mailTo(other.email());
    assertThat(mail.subject()).contains("already has a login");
    assertThat(mail.text()).contains(account.name()).doesNotContain("code=");
    assertThat(ApiCall.of("listMembers").bearer(owner).expect(200).body().at("/invitations"))
        .hasSize(3);
  }

  @Test
  void anAddressThatSignsInElsewhereByNowCannotJoin() {
    String owner = AnAccount.confirmed().signedIn().accessToken();
    String another = AnAccount.confirmed().signedIn().accessToken();
    AColleague mara = AColleague.invited(owner, "MEMBER");
    AColleague.invitation(another, mara.email(), "MEMBER").expect(201);
    String second = AColleague.codeMailedTo(mara.email());
    mara.acceptance().expect(200);
    assertThat(mara.acceptance("code", second).expect(409).code()).isEqualTo("EMAIL_TAKEN");
    mara.token();
  }

  @Test
  void aWithdrawnAnExpiredAndAnInventedLinkAreAnsweredAlike() {
    String owner = AnAccount.confirmed().signedIn().accessToken();
    AColleague withdrawn = AColleague.invited(owner, "MEMBER");
    withdraw(owner, withdrawn).expect(204);
    withdraw(owner, withdrawn).expect(204);
    AColleague invented = new AColleague("x@rivera.example", "", "x".repeat(43));
    AColleague expired = AColleague.invited(owner, "MEMBER");
    ThePortal.clock().pass(Duration.ofDays(7));
    for (AColleague one : List.of(withdrawn, invented, expired)) {
      assertThat(view(one.code()).expect(410).code()).isEqualTo("INVITATION_ENDED");
      assertThat(one.acceptance().expect(410).code()).isEqualTo("INVITATION_ENDED");
    }
    view("short").expect(400);
  }

  @Test
  void anInvitationIsWithdrawnByItsOwnAccountAndUntilItIsAccepted() {
    String owner = AnAccount.confirmed().signedIn().accessToken();
    String stranger = AnAccount.confirmed().signedIn().accessToken();
    AColleague mara = AColleague.invited(owner, "MEMBER");
    withdraw(stranger, mara).expect(404);
    assertThat(
            ApiCall.of("withdrawInvitation")
                .bearer(owner)
                .path("invitationId", "42")
                .expect(400)
                .errors())
        .containsExactly("invitationId INVALID");
    mara.acceptance().expect(200);
    assertThat(withdraw(owner, mara).expect(409).code()).isEqualTo("INVITATION_ACCEPTED");
  }

  @Test
  void whatIsTypedIsCheckedAndEveryWrongFieldNamed() {
    AnAccount account = AnAccount.confirmed();
    String owner = account.signedIn().accessToken();
    assertThat(
            ApiCall.of("inviteMember")
                .bearer(owner)
                .json("email", "nobody", "role", "BOSS")
                .expect(400)
                .errors())
        .containsExactlyInAnyOrder("email INVALID", "role WRONG_TYPE");
    assertThat(
            ApiCall.of("inviteMember")
                .bearer(owner)
                .json("email", "a@b.example", "role", "MEMBER", "language", "fr")
                .expect(400)
                .errors())
        .containsExactly("language INVALID");
    AColleague mara = AColleague.invited(owner, "MEMBER");
    assertThat(
            mara.acceptance("password", account.name(), "question", "none", "answer", "-")
                .expect(400)
                .errors())
        .containsExactlyInAnyOrder("password KNOWN_WORD", "question INVALID", "answer TOO_SHORT");
    assertThat(mara.acceptance("agreed", false).expect(400).errors())
        .containsExactly("agreed INVALID");
    assertThat(mara.acceptance("termsVersion", "1999-01").expect(409).code())
        .isEqualTo("TERMS_CHANGED");
    mara.acceptance().expect(200);
  }

  @Test
  void thereIsOneOpenInvitationToAnAddressAndARepetitionIsTheSame() {
    String owner = AnAccount.confirmed().signedIn().accessToken();
    String email = "mara-" + UUID.randomUUID() + "@rivera.example";
    ApiCall.Answer first = keyed(owner, email, "key-number-1").expect(201);
    String code = AColleague.codeMailedTo(email);
    assertThat(keyed(owner, email, "key-number-1").expect(201).body()).isEqualTo(first.body());
    assertThat(ThePortal.stack().mailbox().mailsTo(email)).hasSize(1);
    assertThat(keyed(owner, email, "key-number-2").expect(409).code()).isEqualTo("ALREADY_INVITED");
    new AColleague(email, "", code).acceptance().expect(200);
    assertThat(AColleague.invitation(owner, email, "MEMBER").expect(409).code())
        .isEqualTo("ALREADY_MEMBER");
  }

  @Test
  void ofManyAtOnceTenAreOpen() throws Exception {
    String owner = AnAccount.confirmed().signedIn().accessToken();
    for (int i = 0; i < 8; i++) {
      anybody(owner).expect(201);
    }
    List<Callable<Integer>> owners = Collections.nCopies(4, () -> anybody(owner).send().status());
    List<Integer> answers = AtOnce.run(owners);
    assertThat(answers).containsOnly(201, 409);
    assertThat(Collections.frequency(answers, 201)).isEqualTo(2);
    assertThat(AColleague.invitation(owner, "one-more@rivera.example", "MEMBER").expect(409).code())
        .isEqualTo("TOO_MANY_MEMBERS");
  }

  @Test
  void nobodysMailboxIsFilledByInvitations() {
    String victim = "victim-" + UUID.randomUUID();
    String owner = AnAccount.confirmed().signedIn().accessToken();
    for (String written : List.of("", "+a", "+b", "+b+c", "+", "+x")) {
      AColleague.invitation(owner, victim + written + "@rivera.example", "MEMBER").expect(201);
    }
    owner = AnAccount.confirmed().signedIn().accessToken();
    AColleague.invitation(owner, victim.toUpperCase(Locale.ROOT) + "+d@RIVERA.example", "MEMBER")
        .expect(429);
    assertThat(ApiCall.of("listMembers").bearer(owner).expect(200).body().at("/invitations"))
        .isEmpty();
  }

  private static ApiCall anybody(String owner) {
    return AColleague.invitation(
        owner, "many-" + UUID.randomUUID() + "@rivera.example", "READ_ONLY");
  }

  private static ApiCall keyed(String owner, String email, String key) {
    return AColleague.invitation(owner, email, "MEMBER").header("idempotency-key", key);
  }

  private static ApiCall view(String code) {
    return ApiCall.of("viewInvitation").json("code", code);
  }

  private static ApiCall withdraw(String owner, AColleague colleague) {
    return ApiCall.of("withdrawInvitation")
        .bearer(owner)
        .path("invitationId", colleague.invitationId());
  }
}
