package org.permitportal.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.AStaffMember;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.Sent;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.emulators.Mail;
import org.permitportal.localstack.AtOnce;

/**
 * Tests that clerks can view registered licenses and uploaded documents, and can verify or reject
 * the licenses.
 */
class VerificationJourneyTest {
  private static final String NOBODY = "01JD3PZK7M8Q2V5XW9ABCDEFGH";

  @Test
  void whatWaitsIsListedOldestFirstUntilItIsDecided() {
    AHolder ana = AHolder.roofing();
    String first = ana.license("RC-A1", "2099-06-30").path("licenseId").asText();
    String second = ana.license("RC-A2", "2099-07-31").path("licenseId").asText();
    List<JsonNode> waiting = waiting();
    assertThat(waiting).extracting(w -> Instant.parse(w.path("waitingSince").asText())).isSorted();
    assertThat(waiting)
        .filteredOn(w -> w.path("accountId").asText().equals(ana.accountId()))
        .extracting(w -> w.path("licenseId").asText())
        .containsExactly(first, second);
    ana.verified(first);
    assertThat(waiting())
        .extracting(w -> w.path("licenseId").asText())
        .contains(second)
        .doesNotContain(first);
    list().query("cursor", "!!").expect(400);
    ApiCall.of("listAccountsToVerify").bearer(AStaffMember.token("reviewer")).expect(403);
  }

  @Test
  void whatAClosedAccountLeftWaitsForNobody() {
    AHolder ana = AHolder.roofing();
    String id = ana.license("RC-A3", "2099-06-30").path("licenseId").asText();
    String verified = ana.license("RC-A4", "2099-06-30").path("licenseId").asText();
    ana.verified(verified);
    assertThat(reminders(ana)).hasSize(2).doesNotContainNull();
    assertThat(waiting()).anyMatch(w -> w.path("accountId").asText().equals(ana.accountId()));
    ana.call("closeAccount").json("password", ADraft.PASSWORD).expect(204);
    assertThat(waiting()).noneMatch(w -> w.path("accountId").asText().equals(ana.accountId()));
    assertThat(reminders(ana)).hasSize(2).containsOnlyNulls();
    assertThat(ana.by("clerk", "reviewAccount").expect(200).text("/status")).isEqualTo("CLOSED");
    assertThat(ana.deciding(id, 1).json("decision", "VERIFY").expect(409).code())
        .isEqualTo("ACCOUNT_CLOSED");
  }

  @Test
  void anAccountIsShownWithWhatWasUploadedAndEachLookAtAnIdIsNoted() {
    AHolder ana = LicenseJourneyTest.electrician();
    String other = ana.uploaded(TestFiles.PLAIN_PDF, "business-license", null);
    JsonNode account = ana.by("clerk", "reviewAccount").expect(200).body();
    assertThat(account.path("name").asText()).isEqualTo(ana.name());
    assertThat(account.path("status").asText()).isEqualTo("ACTIVE");
    assertThat(account.path("licenses")).isEqualTo(ana.list().path("licenses"));
    assertThat(account.path("looks")).isEmpty();
    String photo = account.at("/documents/0/documentId").asText();
    String url = opening(ana, photo).query("view", "true").expect(200).text("/url");
    assertThat(Sent.get(url).body()).isEqualTo(TestFiles.PHOTO_JPEG.bytes());
    opening(ana, other).expect(200);
    opening(ana, photo).expect(200);
    JsonNode looks = ana.by("admin", "reviewAccount").expect(200).body().path("looks");
    assertThat(looks.findValuesAsText("documentId")).containsExactly(photo, photo);
    assertThat(looks.findValuesAsText("staffId")).allMatch(id -> !id.isBlank());
    assertThat(looks.at("/0/kind").asText()).isEqualTo("photo-id");
    String awaited =
        ana.asking(TestFiles.PLAIN_PDF, "state-license", null).expect(201).text("/documentId");
    assertThat(opening(ana, awaited).expect(409).code()).isEqualTo("DOCUMENT_NOT_READY");
    opening(ana, NOBODY).expect(404);
    opening(ana, "42").expect(400);
    ana.by("reviewer", "openAccountDocument").path("documentId", photo).expect(403);
    ana.by("reviewer", "reviewAccount").expect(403);
    staff("reviewAccount", NOBODY).expect(404);
    staff("reviewAccount", "42").expect(400);
  }

  @Test
  void aVerdictIsMailedInTheMembersLanguage() {
    AHolder ana = AHolder.of(ADraft.started().withCompany().withContact("language", "es"));
    String id = ana.license("RC-9", "2099-06-30").path("licenseId").asText();
    assertThat(ana.deciding(id, 1).json("decision", "REJECT").expect(400).errors())
        .containsExactly("reason REQUIRED");
    ana.deciding(id, 1)
        .json("decision", "REJECT", "reason", "Otra empresa tiene este número. https://x.example")
        .expect(200);
    assertThat(ana.license(id).path("status").asText()).isEqualTo("REJECTED");
    assertThat(ana.license(id).path("reason").asText()).startsWith("Otra empresa");
    Mail rejected = mail(ana, "No verificado: licencia RC-9");
    assertThat(rejected.text()).contains("Otra empresa tiene este número.");
    assertThat(rejected.html()).doesNotContain("href=\"https://x.example");
    ana.deciding(id, 2).json("decision", "VERIFY").expect(200);
    assertThat(ana.license(id).has("reason")).isFalse();
    mail(ana, "Verificado: licencia RC-9");
  }

  @Test
  void aDecisionRepeatedIsTheSameAndAnothersIsTooLate() {
    AHolder ana = AHolder.roofing();
    String id = ana.license("RC-9", "2099-06-30").path("licenseId").asText();
    ApiCall.Answer first = ana.deciding(id, 1).json("decision", "VERIFY").expect(200);
    ApiCall.Answer again = ana.deciding(id, 1).json("decision", "VERIFY").expect(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.version()).isEqualTo(2);
    assertThat(
            ana.by("admin", "decideLicense")
                .path("licenseId", id)
                .ifMatch(1)
                .json("decision", "VERIFY")
                .expect(412)
                .text("/currentVersion"))
        .isEqualTo("2");
    ana.deciding(NOBODY, 1).json("decision", "VERIFY").expect(404);
    ana.by("reviewer", "decideLicense")
        .path("licenseId", id)
        .ifMatch(2)
        .json("decision", "VERIFY")
        .expect(403);
    ana.deciding(id, 2).json("decision", "VERIFY").expect(200);
  }

  @Test
  void ofTwoClerksWhoDecideAtOnceExactlyOneWinsAndItsMailGoesOut() throws Exception {
    AStaffMember.token("clerk");
    AStaffMember.token("admin");
    for (int round = 0; round < 10; round++) {
      AHolder ana = AHolder.roofing();
      String id = ana.license("RC-9", "2099-06-30").path("licenseId").asText();
      List<Integer> statuses =
          AtOnce.run(
              List.of(
                  () -> ana.deciding(id, 1).json("decision", "VERIFY").send().status(),
                  () ->
                      ana.by("admin", "decideLicense")
                          .path("licenseId", id)
                          .ifMatch(1)
                          .json("decision", "REJECT", "reason", "No.")
                          .send()
                          .status()));
      assertThat(statuses).containsExactlyInAnyOrder(200, 412);
      boolean verified = statuses.getFirst() == 200;
      assertThat(ana.license(id).path("status").asText())
          .isEqualTo(verified ? "VERIFIED" : "REJECTED");
      mail(ana, verified ? "Verified: your license RC-9" : "Not verified: your license RC-9");
      assertThat(subjects(ana)).filteredOn(s -> s.contains("RC-9")).hasSize(1);
    }
  }

  static Mail mail(AHolder holder, String subject) {
    return Eventually.get(
        "the mail " + subject,
        () ->
            ThePortal.stack().mailbox().mailsTo(holder.email()).stream()
                .filter(mail -> mail.subject().equals(subject))
                .findFirst());
  }

  static List<String> subjects(AHolder holder) {
    return ThePortal.stack().mailbox().mailsTo(holder.email()).stream().map(Mail::subject).toList();
  }

  /** Returns the days of the next reminders about the account's licenses. */
  private static List<LocalDate> reminders(AHolder holder) {
    try (ApplicationContext beans = TheBeans.of("CloseAccountFunction")) {
      return beans.getBean(LicenseStore.class).ofMember(holder.accountId()).licenses().stream()
          .map(License::remindOn)
          .toList();
    }
  }

  private static ApiCall list() {
    return ApiCall.of("listAccountsToVerify").bearer(AStaffMember.token("clerk"));
  }

  private static List<JsonNode> waiting() {
    List<JsonNode> all = new ArrayList<>();
    String cursor = null;
    do {
      JsonNode page = (cursor == null ? list() : list().query("cursor", cursor)).expect(200).body();
      page.path("waiting").forEach(all::add);
      cursor = page.path("next").asText(null);
    } while (cursor != null);
    return all;
  }

  private static ApiCall opening(AHolder holder, String id) {
    return holder.by("clerk", "openAccountDocument").path("documentId", id);
  }

  private static ApiCall staff(String operation, String accountId) {
    return ApiCall.of(operation).bearer(AStaffMember.token("clerk")).path("accountId", accountId);
  }
}
