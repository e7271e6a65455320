package org.permitportal.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.ApiCall;
import org.permitportal.localstack.AtOnce;

/** Tests that members can manage their account's licenses and insurance. */
class LicenseJourneyTest {
  private static final String NOBODY = "01JD3PZK7M8Q2V5XW9ABCDEFGH";

  @Test
  void whatTheWizardWasToldBecomesLicensesAndDocumentsOfTheAccount() {
    AHolder ana = electrician();
    JsonNode list = ana.list();
    assertThat(list.path("licenses").findValuesAsText("kind"))
        .containsExactlyInAnyOrder("LICENSE", "LIABILITY", "IDENTITY");
    assertThat(list.path("licenses").findValuesAsText("status")).containsOnly("UNVERIFIED");
    JsonNode license = ana.ofKind("LICENSE");
    assertThat(license.path("number").asText()).isEqualTo("EC-100");
    assertThat(license.path("class").asText()).isEqualTo("Master");
    assertThat(license.has("liabilityPolicy")).isFalse();
    JsonNode liability = ana.ofKind("LIABILITY");
    assertThat(liability.path("number").asText()).isEqualTo("P 77");
    assertThat(liability.path("expires").asText()).isEqualTo("2098-01-31");
    JsonNode photo = list.at("/documents/0");
    assertThat(photo.path("kind").asText()).isEqualTo("photo-id");
    assertThat(photo.path("identity").asBoolean()).isTrue();
    assertThat(photo.path("licenseId").asText())
        .isEqualTo(ana.ofKind("IDENTITY").path("licenseId").asText());
  }

  @Test
  void aLicenseIsAddedOnceForAKeyAndHeldAgainstTheCitysRule() {
    AHolder ana = AHolder.roofing();
    assertThat(
            ana.adding("kind", "LICENSE", "expires", "2020-01-31", "issued", "2026-02-31")
                .expect(400)
                .errors())
        .containsExactlyInAnyOrder("number REQUIRED", "issued INVALID", "expires EXPIRED");
    assertThat(ana.adding("kind", "LIABILITY", "number", "P 1", "class", "A").expect(400).errors())
        .containsExactlyInAnyOrder("class NOT_ASKED", "expires REQUIRED");
    assertThat(ana.adding("kind", "IDENTITY", "number", "\u0007").expect(400).errors())
        .containsExactlyInAnyOrder("kind WRONG_TYPE", "number INVALID");
    JsonNode first = keyed(ana, "RC-1").expect(201).body();
    assertThat(keyed(ana, "RC-1").expect(201).body()).isEqualTo(first);
    assertThat(keyed(ana, "RC-2").expect(409).code()).isEqualTo("KEY_REUSED");
    assertThat(ana.list().path("licenses")).hasSize(1);
    AHolder dana =
        AHolder.of(
            ADraft.started()
                .withCompany("accountType", "homeowner", "holder", "person", "listed", false)
                .withContact());
    assertThat(
            dana.adding("kind", "LICENSE", "number", "1", "expires", "2099-01-01")
                .expect(400)
                .errors())
        .containsExactly("kind NOT_ASKED");
  }

  @Test
  void whatWasVerifiedIsUnverifiedAgainOnceItIsChanged() {
    AHolder ana = AHolder.roofing();
    String id = ana.license("RC-5", "2099-06-30").path("licenseId").asText();
    ana.verified(id);
    assertThat(ana.license(id).path("status").asText()).isEqualTo("VERIFIED");
    assertThat(ana.license(id).has("decidedAt")).isTrue();
    ApiCall.Answer changed =
        editing(ana, id, 2).json("number", "RC-6", "expires", "2099-12-31").expect(200);
    assertThat(changed.text("/status")).isEqualTo("UNVERIFIED");
    assertThat(changed.version()).isEqualTo(3);
    assertThat(ana.license(id)).isEqualTo(changed.body());
    assertThat(
            editing(ana, id, 2)
                .json("number", "RC-7", "expires", "2099-12-31")
                .expect(412)
                .text("/currentVersion"))
        .isEqualTo("3");
    assertThat(editing(ana, id, 3).json("expires", "2099-12-31").expect(400).errors())
        .containsExactly("number REQUIRED");
    editing(ana, NOBODY, 1).json("number", "RC-7", "expires", "2099-12-31").expect(404);
    AHolder other = AHolder.roofing();
    editing(other, id, 3).json("number", "RC-7", "expires", "2099-12-31").expect(404);
    assertThat(ana.license(id).path("number").asText()).isEqualTo("RC-6");
  }

  @Test
  void ofTwoChangesAtOnceOneWins() throws Exception {
    AHolder ana = AHolder.roofing();
    String id = ana.license("RC-5", "2099-06-30").path("licenseId").asText();
    for (int version = 1; version <= 10; version++) {
      long seen = version;
      Callable<Integer> edit =
          () ->
              editing(ana, id, seen)
                  .json("number", "RC-" + seen, "expires", "2099-06-30")
                  .send()
                  .status();
      assertThat(AtOnce.run(List.of(edit, edit))).containsExactlyInAnyOrder(200, 412);
    }
  }

  @Test
  void aLicenseIsRemovedButNotTheLastOneThatItsTypeNeeds() throws Exception {
    AHolder ana = AHolder.roofing();
    String id = ana.license("RC-5", "2099-06-30").path("licenseId").asText();
    removing(ana, id, 7).expect(412);
    removing(ana, id, 1).expect(204);
    removing(ana, id, 1).expect(204);
    removing(ana, "42", 1).expect(400);
    assertThat(ana.list().path("licenses")).isEmpty();

    AHolder electrician = electrician();
    String needed = electrician.ofKind("LICENSE").path("licenseId").asText();
    assertThat(removing(electrician, needed, 1).expect(409).code()).isEqualTo("LICENSE_REQUIRED");
    String second =
        electrician
            .adding(
                "kind",
                "LICENSE",
                "class",
                "Master",
                "number",
                "EC-2",
                "state",
                "CO",
                "expires",
                "2099-01-01")
            .expect(201)
            .text("/licenseId");
    List<Integer> both =
        AtOnce.run(
            List.of(
                () -> removing(electrician, needed, 1).send().status(),
                () -> removing(electrician, second, 1).send().status()));
    assertThat(both).containsExactlyInAnyOrder(204, 409);
    removing(electrician, electrician.ofKind("IDENTITY").path("licenseId").asText(), 1).expect(204);
    assertThat(electrician.ofKind("IDENTITY").path("status").asText()).isEqualTo("UNVERIFIED");
  }

  @Test
  void thereAreNeverMoreThanTheMostThereCanBe() throws Exception {
    AHolder ana = AHolder.roofing();
    List<Callable<Integer>> many = new ArrayList<>();
    for (int i = 0; i < AccountLicenses.MOST + 4; i++) {
      String number = "RC-" + i;
      many.add(
          () ->
              ana.adding("kind", "LICENSE", "number", number, "expires", "2099-06-30")
                  .send()
                  .status());
    }
    List<Integer> statuses = AtOnce.run(many);
    assertThat(statuses).containsOnly(201, 409);
    assertThat(statuses.stream().filter(s -> s == 201)).hasSize(AccountLicenses.MOST);
    assertThat(ana.list().path("licenses")).hasSize(AccountLicenses.MOST);
    assertThat(
            ana.adding("kind", "LICENSE", "number", "RC-X", "expires", "2099-06-30")
                .expect(409)
                .code())
        .isEqualTo("TOO_MANY_LICENSES");
  }

  @Test
  void withoutATokenNothingOfItIsThere() {
    for (String operation :
        List.of(
            "listLicenses",
            "addLicense",
            "updateLicense",
            "removeLicense",
            "requestAccountDocument",
            "getAccountDocument",
            "removeAccountDocument",
            "listAccountsToVerify",
            "reviewAccount",
            "openAccountDocument",
            "decideLicense",
            "suspendAccount",
            "reinstateAccount")) {
      ApiCall.of(operation)
          .path("licenseId", NOBODY)
          .path("documentId", NOBODY)
          .path("accountId", NOBODY)
          .expect(401);
    }
  }

  /**
   * Returns an electrician who has given a license and a liability insurance and has sent a photo
   * ID.
   */
  static AHolder electrician() {
    return AHolder.of(
        DraftWith.begun("photo-id", TestFiles.PHOTO_JPEG)
            .withCompany(
                "accountType",
                "electrical",
                "license",
                Map.of(
                    "class", "Master",
                    "number", "EC-100",
                    "state", "CO",
                    "expires", "2099-06-30",
                    "liabilityPolicy", "P 77",
                    "liabilityExpires", "2098-01-31"))
            .withContact());
  }

  private static ApiCall keyed(AHolder holder, String number) {
    return holder
        .adding("kind", "LICENSE", "number", number, "expires", "2099-06-30")
        .header("idempotency-key", "same-key-1");
  }

  private static ApiCall editing(AHolder holder, String id, long version) {
    return holder.call("updateLicense").path("licenseId", id).ifMatch(version);
  }

  private static ApiCall removing(AHolder holder, String id, long version) {
    return holder.call("removeLicense").path("licenseId", id).ifMatch(version);
  }
}
