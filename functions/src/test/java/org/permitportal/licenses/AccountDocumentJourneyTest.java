package org.permitportal.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.Sent;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.emulators.Mail;
import org.permitportal.localstack.AtOnce;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Caller.Origin;
import org.permitportal.platform.CallerLimits;
import org.permitportal.platform.TheCity;

/** Tests that members can upload documents of their account. */
class AccountDocumentJourneyTest {
  private static final String NOBODY = "01JD3PZK7M8Q2V5XW9ABCDEFGH";

  @Test
  void aGoodDocumentOfALicenseIsCheckedAndComesBack() {
    AHolder ana = AHolder.roofing();
    String license = ana.license("RC-1", "2099-06-30").path("licenseId").asText();
    JsonNode asked = keyed(ana, license).expect(201).body();
    String id = asked.path("documentId").asText();
    assertThat(keyed(ana, license).expect(201).text("/documentId")).isEqualTo(id);
    assertThat(keyed(ana, null).expect(409).code()).isEqualTo("KEY_REUSED");
    assertThat(getting(ana, id).expect(409).code()).isEqualTo("DOCUMENT_NOT_READY");
    assertThat(ana.uploaded(TestFiles.PLAIN_PDF, "state-license", license)).isNotEqualTo(id);
    Sent.of(asked.path("upload")).bytes(TestFiles.PHOTO_JPEG.bytes()).expect(200);
    JsonNode ready =
        Eventually.get(
            "its check",
            () -> ana.document(id).filter(d -> d.path("state").asText().equals("READY")));
    assertThat(ready.path("licenseId").asText()).isEqualTo(license);
    assertThat(keyed(ana, license).expect(201).body().has("upload")).isFalse();
    String url = getting(ana, id).query("view", "true").expect(200).text("/url");
    assertThat(Sent.get(url).body()).isEqualTo(TestFiles.PHOTO_JPEG.bytes());
    getting(ana, "42").expect(400);
    getting(AHolder.roofing(), id).expect(404);
  }

  @Test
  void aBadDocumentIsRefusedAndItsReasonMailed() {
    AHolder ana = AHolder.roofing();
    String id = ana.uploaded(TestFiles.ENCRYPTED_PDF, "business-license", null);
    assertThat(ana.document(id).orElseThrow().path("reason").asText()).isEqualTo("ENCRYPTED_PDF");
    assertThat(getting(ana, id).expect(409).code()).isEqualTo("DOCUMENT_NOT_READY");
    Mail mail =
        Eventually.get(
            "its mail",
            () ->
                ThePortal.stack().mailbox().mailsTo(ana.email()).stream()
                    .filter(m -> m.subject().contains("not accepted"))
                    .findFirst());
    assertThat(mail.text()).contains("encrypted.pdf", "Remove the password");
    removing(ana, id).expect(204);
    assertThat(ana.document(id)).isEmpty();
  }

  @Test
  void whatTheCityDoesNotTakeIsRefusedBeforeItIsSent() {
    AHolder ana = AHolder.roofing();
    assertThat(ana.asking(TestFiles.PLAIN_PDF, "diploma", NOBODY).expect(400).errors())
        .containsExactlyInAnyOrder("kind INVALID", "licenseId INVALID");
  }

  @Test
  void anImageOfAnIdentityDocumentIsForClerksAloneAndWaitsForThem() {
    AHolder ana = AHolder.roofing();
    String id = ana.uploaded(TestFiles.PHOTO_JPEG, "photo-id", null);
    JsonNode identity = ana.ofKind("IDENTITY");
    assertThat(identity.path("status").asText()).isEqualTo("UNVERIFIED");
    assertThat(getting(ana, id).expect(403).code()).isEqualTo("NOT_ALLOWED");
    String license = identity.path("licenseId").asText();
    ana.deciding(license, 1).json("decision", "REJECT", "reason", "It is blurred.").expect(200);
    ana.uploaded(TestFiles.PICTURE_PNG, "photo-id", null);
    JsonNode again = ana.license(license);
    assertThat(again.path("status").asText()).isEqualTo("UNVERIFIED");
    assertThat(again.has("reason")).isFalse();
    // A clerk who has not seen the second image cannot verify the license with this version.
    ana.deciding(license, 2).json("decision", "VERIFY").expect(412);
  }

  @Test
  void aRejectedLicenseWaitsAgainOnceABetterDocumentIsThere() {
    AHolder ana = AHolder.roofing();
    String license = ana.license("RC-1", "2099-06-30").path("licenseId").asText();
    ana.uploaded(TestFiles.PLAIN_PDF, "state-license", license);
    assertThat(ana.license(license).path("version").asLong()).isEqualTo(1);
    ana.deciding(license, 1).json("decision", "REJECT", "reason", "Page 2 lacks.").expect(200);
    ana.uploaded(TestFiles.SEVEN_PAGES_PDF, "state-license", license);
    assertThat(ana.license(license).path("status").asText()).isEqualTo("UNVERIFIED");
  }

  @Test
  void whatAVerifiedLicenseWasVerifiedByStays() {
    AHolder ana = AHolder.roofing();
    String license = ana.license("RC-1", "2099-06-30").path("licenseId").asText();
    String id = ana.uploaded(TestFiles.PLAIN_PDF, "state-license", license);
    ana.verified(license);
    assertThat(removing(ana, id).expect(409).code()).isEqualTo("DOCUMENT_PROVES_LICENSE");
    assertThat(ana.document(id)).isPresent();
    removing(ana, "42").expect(400);
    removing(ana, NOBODY).expect(204);
    removing(AHolder.roofing(), id).expect(204);
    assertThat(ana.document(id)).isPresent();
    ana.call("removeLicense").path("licenseId", license).ifMatch(2).expect(204);
    assertThat(ana.document(id).orElseThrow().has("licenseId")).isFalse();
    String url = getting(ana, id).expect(200).text("/url");
    removing(ana, id).expect(204);
    assertThat(Sent.get(url).statusCode()).isEqualTo(404);
    getting(ana, id).expect(404);
  }

  @Test
  void filesOfTheWizardAreServedAndRemovedAsAnyOther() {
    AHolder dana = AHolder.of(DraftWith.file("business-license", TestFiles.PLAIN_PDF));
    JsonNode document = dana.list().at("/documents/0");
    String id = document.path("documentId").asText();
    String url = getting(dana, id).expect(200).text("/url");
    assertThat(url).contains("/draft/");
    assertThat(Sent.get(url).body()).isEqualTo(TestFiles.PLAIN_PDF.bytes());
    removing(dana, id).expect(204);
    assertThat(Sent.get(url).statusCode()).isEqualTo(404);
  }

  @Test
  void ofManyAskedForAtOnceNeverMoreAreTakenThanTheCitySays() throws Exception {
    AHolder ana = AHolder.roofing();
    int most = TheCity.CITY.files().account().maxFiles();
    List<Callable<Integer>> many = new ArrayList<>();
    for (int i = 0; i < most + 5; i++) {
      many.add(() -> ana.asking(TestFiles.PLAIN_PDF, "business-license", null).send().status());
    }
    List<Integer> statuses = AtOnce.run(many);
    assertThat(statuses).containsOnly(201, 409);
    assertThat(statuses.stream().filter(s -> s == 201)).hasSize(most);
    assertThat(ana.list().path("documents")).hasSize(most);
    removing(ana, ana.list().at("/documents/3/documentId").asText()).expect(204);
    ana.asking(TestFiles.PLAIN_PDF, "business-license", null).expect(201);
    assertThat(ana.asking(TestFiles.PLAIN_PDF, "business-license", null).expect(409).code())
        .isEqualTo("TOO_MANY_FILES");
  }

  @Test
  void documentsOfTheWizardAndOfBeforeAreCountedAndWhatNeverCameMakesRoom() {
    AHolder dana = AHolder.of(DraftWith.file("business-license", TestFiles.PLAIN_PDF));
    int most = TheCity.CITY.files().account().maxFiles();
    for (int i = 1; i < most; i++) {
      dana.asking(TestFiles.PLAIN_PDF, "business-license", null).expect(201);
    }
    dana.asking(TestFiles.PLAIN_PDF, "business-license", null).expect(409);
    ThePortal.clock().pass(Duration.ofHours(9));
    AHolder later = dana.signedInAgain();
    later.asking(TestFiles.PLAIN_PDF, "business-license", null).expect(201);
    assertThat(later.list().path("documents")).hasSize(2);
  }

  @Test
  void anAccountAsksForSoManyUploadsInAnHour() {
    AHolder ana = AHolder.roofing();
    try (ApplicationContext beans = TheBeans.of("RequestAccountDocumentFunction")) {
      CallerLimits limits = beans.getBean(CallerLimits.class);
      Applicant caller =
          new Applicant(new Origin("", "en"), "", ana.accountId(), MemberRole.OWNER, "", "", null);
      for (int i = 0; i < CallerLimits.Purpose.UPLOADS.most(); i++) {
        limits.count(CallerLimits.Purpose.UPLOADS, caller);
      }
    }
    ana.asking(TestFiles.PLAIN_PDF, "business-license", null).expect(429);
  }

  private static ApiCall keyed(AHolder holder, String licenseId) {
    return holder
        .asking(TestFiles.PHOTO_JPEG, "state-license", licenseId)
        .header("idempotency-key", "document-1");
  }

  private static ApiCall getting(AHolder holder, String id) {
    return holder.call("getAccountDocument").path("documentId", id);
  }

  private static ApiCall removing(AHolder holder, String id) {
    return holder.call("removeAccountDocument").path("documentId", id);
  }
}
