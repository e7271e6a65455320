package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.permitportal.journey.AnAccount.Session;

/** Tests that members can change their account's contact. */
class ContactJourneyTest {
  @Test
  void theContactChangesWithTheVersionThatWasRead() {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    long version = ApiCall.of("getAccount").bearer(session.accessToken()).expect(200).version();
    ApiCall save = save(session, version, "719-555-0155", "TEXT", "719-555-0156", "es");
    ApiCall.Answer saved = save.expect(200);
    assertThat(saved.text("/phone")).isEqualTo("+17195550155");
    assertThat(saved.text("/contact/mobile")).isEqualTo("+17195550156");
    assertThat(saved.version()).isEqualTo(version + 1);
    ApiCall.Answer shown = ApiCall.of("getAccount").bearer(session.accessToken()).expect(200);
    assertThat(shown.body()).isEqualTo(saved.body());
    assertThat(shown.version()).isEqualTo(version + 1);
    ApiCall.Answer stale = save.expect(412);
    assertThat(stale.code()).isEqualTo("CHANGED_MEANWHILE");
    assertThat(stale.text("/currentVersion")).isEqualTo(Long.toString(version + 1));
  }

  @Test
  void mailsToThePersonToReachFollowInLanguage() {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    save(session, 1, "719-555-0155", "EMAIL", null, "es").expect(200);
    ApiCall.of("changeSecretQuestion")
        .bearer(session.accessToken())
        .json("password", account.password(), "question", "first-tool", "answer", "A hammer")
        .expect(204);
    assertThat(
            ThePortal.mailTo(account.email(), "Se cambió la pregunta secreta de " + account.name()))
        .isNotNull();
  }

  @Test
  void everyFieldThatIsWrongIsNamed() {
    Session session = AnAccount.confirmed().signedIn();
    assertThat(save(session, 1, "12", "TEXT", null, "fr").expect(400).errors())
        .containsExactlyInAnyOrder("companyPhone INVALID", "mobile REQUIRED", "language INVALID");
    ApiCall.of("updateContact").ifMatch(1).json().expect(401);
  }

  private static ApiCall save(
      Session session, long version, String phone, String way, String mobile, String language) {
    return ApiCall.of("updateContact")
        .bearer(session.accessToken())
        .ifMatch(version)
        .json(
            "companyPhone",
            phone,
            "firstName",
            "Ana María",
            "lastName",
            "Rivera",
            "address",
            ADraft.ADDRESS,
            "phone",
            "719-555-0150",
            "mobile",
            mobile,
            "preferredContact",
            way,
            "language",
            language);
  }
}
