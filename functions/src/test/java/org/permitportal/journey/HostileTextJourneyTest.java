package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.permitportal.journey.FreeText.ESCAPED;
import static org.permitportal.journey.FreeText.TYPED;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.permitportal.files.TestFiles;
import org.permitportal.local.emulators.Mail;
import org.permitportal.permits.APermit;

/**
 * Tests that markup in a free-text field is stored unchanged and never becomes markup in a mail.
 */
class HostileTextJourneyTest {
  private final FreeText text = new FreeText();

  @Test
  void whatIsTypedComesBackAsItIsAndIsTextInEveryMail() {
    ADraft draft = registered();
    String token =
        text.typed(
                ApiCall.of("login"),
                "login",
                "user",
                draft.email(),
                "password",
                ADraft.PASSWORD,
                "delivery",
                "BODY",
                "device",
                TYPED)
            .expect(200)
            .text("/accessToken");
    assertThat(read("listSessions", token)).contains(TYPED);
    String colleague = joined(token);
    String account = ApiCall.of("getAccount").bearer(token).expect(200).text("/accountId");
    licenses(token, account);
    permit(token, account);
    contact(token);
    for (String operation : List.of("suspendAccount", "reinstateAccount")) {
      text.typed(staff(operation).path("accountId", account), operation, "reason", TYPED)
          .expect(200);
    }
    for (String subject :
        List.of(
            "Welcome",
            "has joined",
            "Not verified",
            "not linked",
            "is suspended",
            "can be used again")) {
      assertThat(html(draft.email(), subject)).as(subject).contains(ESCAPED);
    }
    assertThat(html(colleague, "invites you")).contains(ESCAPED);
    for (String reader : List.of(draft.email(), colleague)) {
      assertThat(ThePortal.stack().mailbox().mailsTo(reader))
          .isNotEmpty()
          .allSatisfy(mail -> assertThat(mail.html()).doesNotContain("<b "));
    }
    assertThat(text.typedInto()).isEqualTo(FreeText.fields());
  }

  private ADraft registered() {
    ADraft draft = ADraft.started();
    draft.saved(
        text.typed(
            draft.company(),
            "saveCompany",
            "accountType",
            "roofing",
            "holder",
            "organization",
            "name",
            TYPED + " " + draft.name(),
            "license",
            Map.of(
                "number", TYPED,
                "class", TYPED,
                "expires", "2099-06-30",
                "liabilityPolicy", TYPED,
                "liabilityExpires", "2099-06-30",
                "workersCompPolicy", TYPED,
                "workersCompExpires", "2099-06-30"),
            "email",
            draft.email(),
            "phone",
            "719-555-0150",
            "password",
            ADraft.PASSWORD,
            "question",
            "first-tool",
            "answer",
            "A circular saw"));
    draft.saved(text.typed(draft.contact(), "saveContact", person()));
    announced(draft.call("requestAttachment"), "requestAttachment", "business-license");
    JsonNode read = draft.call("getRegistration").expect(200).body();
    assertThat(read.findValuesAsText("firstName")).containsOnly(TYPED);
    assertThat(read.findValuesAsText("line2")).containsOnly(TYPED);
    assertThat(read.findValuesAsText("liabilityPolicy")).containsOnly(TYPED);
    draft
        .call("removeAttachment")
        .path("fileId", read.at("/attachments/0/fileId").asText())
        .expect(204);
    draft.reloaded().confirmed();
    return draft;
  }

  private String joined(String owner) {
    String email = "mara-" + UUID.randomUUID() + "@rivera.example";
    text.typed(
            ApiCall.of("inviteMember").bearer(owner),
            "inviteMember",
            "email",
            email,
            "role",
            "MEMBER",
            "name",
            TYPED,
            "language",
            "en")
        .expect(201);
    AColleague colleague = new AColleague(email, "", AColleague.codeMailedTo(email));
    text.note("acceptInvitation", "name", TYPED);
    colleague.acceptance("name", TYPED).expect(200);
    assertThat(read("listMembers", owner)).contains(TYPED);
    return email;
  }

  private void licenses(String token, String account) {
    ApiCall.Answer added =
        text.typed(
                ApiCall.of("addLicense").bearer(token),
                "addLicense",
                "kind",
                "LICENSE",
                "number",
                TYPED + " 2",
                "class",
                TYPED,
                "expires",
                "2099-12-31")
            .expect(201);
    String id = added.text("/licenseId");
    long version =
        text.typed(
                ApiCall.of("updateLicense")
                    .bearer(token)
                    .path("licenseId", id)
                    .ifMatch(added.body().path("version").asLong()),
                "updateLicense",
                "number",
                TYPED + " 3",
                "class",
                TYPED,
                "expires",
                "2099-12-31")
            .expect(200)
            .body()
            .path("version")
            .asLong();
    announced(
        ApiCall.of("requestAccountDocument").bearer(token),
        "requestAccountDocument",
        "state-license");
    assertThat(read("listLicenses", token)).contains(TYPED + " 3");
    text.typed(
            staff("decideLicense")
                .path("accountId", account)
                .path("licenseId", id)
                .ifMatch(version),
            "decideLicense",
            "decision",
            "REJECT",
            "reason",
            TYPED)
        .expect(200);
  }

  private void permit(String token, String account) {
    String permit = APermit.row().imported();
    linking(token, permit).expect(201);
    text.typed(
            deciding(permit, account, 1),
            "decideLinkRequest",
            "decision",
            "REFUSE",
            "reason",
            TYPED)
        .expect(200);
    linking(token, permit).expect(201);
    deciding(permit, account, 3).json("decision", "APPROVE").expect(200);
    announced(
        ApiCall.of("requestUpload").bearer(token).path("permitId", permit),
        "requestUpload",
        "photo");
  }

  private ApiCall linking(String token, String permit) {
    return text.typed(
        ApiCall.of("requestLink").bearer(token).path("permitId", permit),
        "requestLink",
        "role",
        "owner",
        "reason",
        TYPED);
  }

  private static ApiCall deciding(String permit, String account, long version) {
    return staff("decideLinkRequest")
        .path("permitId", permit)
        .path("accountId", account)
        .ifMatch(version);
  }

  private void contact(String token) {
    Object[] person = person();
    Object[] fields = Arrays.copyOf(person, person.length + 2);
    fields[person.length] = "companyPhone";
    fields[person.length + 1] = "719-555-0150";
    ApiCall.Answer now = ApiCall.of("getAccount").bearer(token).expect(200);
    text.typed(
            ApiCall.of("updateContact").bearer(token).ifMatch(now.version()),
            "updateContact",
            fields)
        .expect(200);
    assertThat(read("getAccount", token)).contains(TYPED);
  }

  private static Object[] person() {
    return new Object[] {
      "firstName",
      TYPED,
      "lastName",
      TYPED,
      "address",
      Map.of("line1", TYPED, "line2", TYPED, "city", TYPED, "state", "CO", "zip", "80999"),
      "phone",
      "719-555-0150",
      "preferredContact",
      "EMAIL",
      "language",
      "en"
    };
  }

  private void announced(ApiCall call, String operation, String kind) {
    TestFiles file = TestFiles.PLAIN_PDF;
    text.typed(
            call,
            operation,
            "kind",
            kind,
            "name",
            TYPED + ".pdf",
            "type",
            file.mediaType(),
            "bytes",
            file.length(),
            "sha256",
            file.sha256())
        .expect(201);
  }

  private static ApiCall staff(String operation) {
    return ApiCall.of(operation).bearer(AStaffMember.token("clerk"));
  }

  private static List<String> read(String operation, String token) {
    List<String> texts = new ArrayList<>();
    collect(ApiCall.of(operation).bearer(token).expect(200).body(), texts);
    return texts;
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    node.forEach(child -> collect(child, texts));
  }

  private static String html(String reader, String subject) {
    return Eventually.get(
        subject + " to " + reader,
        () ->
            ThePortal.stack().mailbox().mailsTo(reader).stream()
                .filter(mail -> mail.subject().contains(subject))
                .map(Mail::html)
                .filter(html -> html.contains(ESCAPED))
                .findFirst());
  }
}
