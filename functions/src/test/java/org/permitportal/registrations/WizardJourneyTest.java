package org.permitportal.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.permitportal.contract.Contract;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.ThePortal;

/** Tests the wizard's steps up to the mailed code, through the local API. */
class WizardJourneyTest {
  @Test
  void theTermsCanBeReadAndKept() {
    ApiCall.Answer terms = ApiCall.of("getTerms").expect(200);
    assertThat(terms.text("/text/en")).contains("permits");
    assertThat(terms.text("/text/es")).contains("permisos");
    ApiCall.of("getTerms").header("if-none-match", terms.header("etag")).expect(304);
  }

  @Test
  void theContractIsServedWithoutTheGatewaysOwnParts() {
    ApiCall.Answer contract = ApiCall.of("getContract").expect(200);
    assertThat(contract.text("/paths/~1v1~1registrations/post/operationId"))
        .isEqualTo("startRegistration");
    assertThat(contract.body().toString()).doesNotContain("x-amazon");
    ApiCall.of("getContract").header("if-none-match", contract.header("etag")).expect(304);
  }

  @Test
  void itBeginsWithTheTermsAndGivesATokenOnce() {
    ApiCall.Answer started = start(true, terms()).expect(201);
    assertThat(started.version()).isZero();
    assertThat(started.text("/nextStep")).isEqualTo("COMPANY");
    String id = started.text("/draftId");
    assertThat(started.cookie("__Host-draft-" + id)).isEqualTo(started.text("/token")).hasSize(43);
    assertThat(started.header("set-cookie"))
        .contains("; Path=/;", "HttpOnly", "Secure", "SameSite=Strict");
    ApiCall.Answer byCookie =
        ApiCall.of("getRegistration")
            .path("draftId", id)
            .header("cookie", "__Host-draft-" + id + "=" + started.text("/token"))
            .expect(200);
    assertThat(byCookie.body().toString()).doesNotContain(started.text("/token"));
  }

  /** A host of the same site may plant a cookie of the same name, before or behind the portal's. */
  @Test
  void aCookieThatStandsTwiceIsRefusedWhereverOneIsRead() {
    String id = start(true, terms()).expect(201).text("/draftId");
    Map<String, String> read = new TreeMap<>();
    Contract.operations()
        .forEach(
            (operation, of) -> {
              if (of.caller().equals("draft")) {
                read.put(operation, "__Host-draft-" + id);
              }
            });
    for (String operation : List.of("refreshSession", "logout")) {
      read.put(operation, "__Host-refresh");
      read.put(
          operation.replace("Session", "StaffSession").replaceAll("t$", "tStaff"),
          "__Host-staff-refresh");
    }
    assertThat(read).hasSize(13);
    read.forEach(
        (operation, cookie) -> {
          ApiCall call =
              ApiCall.of(operation)
                  .header("origin", ThePortal.stack().url())
                  .header("cookie", cookie + "=one; " + cookie + "=other");
          if (cookie.endsWith(id)) {
            call = call.path("draftId", id);
          }
          if (operation.equals("removeAttachment")) {
            call = call.path("fileId", id);
          }
          assertThat(call.expect(400).errors()).as(operation).contains("cookie REPEATED");
        });
    // Other programs' cookies on the city's domain are not the portal's concern.
    ApiCall.of("logout")
        .header("origin", ThePortal.stack().url())
        .header("cookie", "_ga=1; _ga=2")
        .expect(204);
  }

  @Test
  void aBrowserKeepsFiveDraftsTheNewest() {
    List<String> ids =
        IntStream.rangeClosed(1, 6)
            .mapToObj("__Host-draft-01JD3PZK7M8Q2V5XW9ABCDEF0%d"::formatted)
            .toList();
    ApiCall begin =
        ApiCall.of("startRegistration")
            .json("agreed", true, "termsVersion", terms(), "language", "en")
            .header("cookie", String.join("=x; ", ids) + "=x; __Host-refresh=y");
    List<String> set = begin.expect(201).headers().allValues("set-cookie");
    assertThat(set).hasSize(3);
    assertThat(set.get(1)).startsWith(ids.get(0) + "=; Path=/; Max-Age=0;");
    assertThat(set.get(2)).startsWith(ids.get(1) + "=; Path=/; Max-Age=0;");
  }

  @Test
  void withoutAgreementOrForOtherTermsNothingBegins() {
    assertThat(start(false, terms()).expect(400).errors()).containsExactly("agreed INVALID");
    assertThat(
            ApiCall.of("startRegistration")
                .json("termsVersion", "", "language", "xx", "agree", true)
                .expect(400)
                .errors())
        .containsExactly("agree UNKNOWN", "agreed REQUIRED", "termsVersion OUT_OF_RANGE");
    ApiCall.Answer other = start(true, "1999-01").expect(409);
    assertThat(other.code()).isEqualTo("TERMS_CHANGED");
    assertThat(other.text("/suggestions/0")).isEqualTo(terms());
    assertThat(
            ApiCall.of("startRegistration")
                .json("agreed", true, "termsVersion", terms(), "language", "fr")
                .expect(400)
                .errors())
        .containsExactly("language INVALID");
  }

  @Test
  void withoutItsTokenADraftIsNotThere() {
    ADraft mine = ADraft.complete();
    ADraft other = ADraft.started();
    for (String operation :
        List.of(
            "getRegistration",
            "checkName",
            "saveCompany",
            "saveContact",
            "sendCode",
            "confirmRegistration")) {
      ApiCall.of(operation).path("draftId", mine.id()).expect(404);
      ApiCall.of(operation).draft(mine.id(), other.token()).expect(404);
      ApiCall.of(operation).draft("01JD3PZK7M8Q2V5XW9ABCDEFGH", mine.token()).expect(404);
      ApiCall.of(operation).draft("x".repeat(3000), mine.token()).expect(404);
    }
  }

  @Test
  void stepOneIsSavedAndShownWithoutSecrets() {
    ADraft draft =
        ADraft.started()
            .withCompany(
                "accountType",
                "electrical",
                "license",
                Map.of(
                    "class", "Master", "number", "EC-7", "state", "CO", "expires", "2099-12-31"));
    ApiCall.Answer shown = draft.call("getRegistration").expect(200);
    assertThat(shown.text("/company/name")).isEqualTo(draft.name());
    assertThat(shown.text("/company/phone")).isEqualTo("+17195550150");
    assertThat(shown.text("/company/license/class")).isEqualTo("Master");
    assertThat(shown.text("/company/question")).isEqualTo("first-tool");
    assertThat(shown.body().at("/company/passwordSet").asBoolean()).isTrue();
    assertThat(shown.body().at("/company/listed").asBoolean()).isTrue();
    assertThat(shown.text("/nextStep")).isEqualTo("CONTACT");
    assertThat(shown.body().at("/missing").findValuesAsText("field")).containsExactly("contact");
    assertThat(shown.version()).isEqualTo(1).isEqualTo(draft.version());
    assertThat(shown.body().toString()).doesNotContain("ladders").doesNotContain("circular");
  }

  @Test
  void everyWrongFieldOfStepOneIsNamedAtOnce() {
    ADraft draft = ADraft.started();
    assertThat(
            draft
                .company(
                    "accountType",
                    "homeowner",
                    "phone",
                    "12",
                    "license",
                    Map.of("number", "1"),
                    "password",
                    "password",
                    "question",
                    "none",
                    "answer",
                    "- -")
                .expect(400)
                .errors())
        .containsExactlyInAnyOrder(
            "holder NOT_ALLOWED",
            "phone INVALID",
            "license.number NOT_ASKED",
            "password COMMON",
            "question INVALID",
            "answer TOO_SHORT");
    assertThat(
            draft
                .company(
                    "email", "nobody", "name", " ", "license", Map.of("class", "\u0007", "x", 1))
                .expect(400)
                .errors())
        .containsExactlyInAnyOrder(
            "email INVALID", "name INVALID", "license.class INVALID", "license.x UNKNOWN");
    assertThat(draft.call("saveCompany").json("holder", "ghost").expect(400).errors())
        .containsExactlyInAnyOrder(
            "If-Match REQUIRED",
            "accountType REQUIRED",
            "email REQUIRED",
            "holder WRONG_TYPE",
            "name REQUIRED",
            "phone REQUIRED");
    assertThat(
            draft.company("password", null, "question", null, "answer", null).expect(400).errors())
        .containsExactlyInAnyOrder("password REQUIRED", "question REQUIRED", "answer REQUIRED");
  }

  @Test
  void thePasswordCannotBeTheNameNorTheAnswer() {
    ADraft draft = ADraft.started();
    assertThat(draft.company("password", draft.name() + "!").expect(400).errors())
        .containsExactly("password KNOWN_WORD");
    assertThat(draft.company("answer", ADraft.PASSWORD).expect(400).errors())
        .containsExactly("answer SAME_AS_PASSWORD");
  }

  @Test
  void savedAgainWithAnythingChangedPasswordAndAnswerStay() {
    ADraft draft = ADraft.started().withCompany();
    draft.withCompany("password", null, "question", null, "answer", null, "phone", "719-555-0199");
    ApiCall.Answer shown = draft.call("getRegistration").expect(200);
    assertThat(shown.text("/company/phone")).isEqualTo("+17195550199");
    assertThat(shown.text("/company/question")).isEqualTo("first-tool");
    assertThat(shown.body().at("/company/passwordSet").asBoolean()).isTrue();
    assertThat(draft.company("password", null, "question", null).expect(400).errors())
        .containsExactly("question REQUIRED");
    draft.withCompany("question", "first-pet", "answer", "Rex");
    assertThat(draft.call("getRegistration").expect(200).text("/company/question"))
        .isEqualTo("first-pet");
  }

  @Test
  void aRequiredLicenseMayFollowLaterButIsMissingUntilThen() {
    ADraft draft = ADraft.started().withCompany("accountType", "plumbing").withContact();
    ApiCall.Answer shown = draft.call("getRegistration").expect(200);
    assertThat(shown.body().at("/missing").findValuesAsText("field")).containsExactly("license");
    assertThat(shown.text("/nextStep")).isEqualTo("COMPANY");
    ApiCall.Answer refused = draft.call("sendCode").expect(409);
    assertThat(refused.code()).isEqualTo("STEP_MISSING");
    assertThat(refused.text("/nextStep")).isEqualTo("COMPANY");
  }

  @Test
  void aVersionIsKnownByTheTagThatCompressionMadeWeak() {
    ADraft draft = ADraft.started().withCompany();
    draft.call("saveCompany").header("if-match", "W/\"1\"").body(sample(draft)).expect(200);
  }

  @Test
  void anOldVersionIsRefusedWithTheNewOne() {
    ADraft draft = ADraft.started().withCompany();
    ApiCall.Answer stale = draft.call("saveCompany").ifMatch(0).body(sample(draft)).expect(412);
    assertThat(stale.code()).isEqualTo("CHANGED_MEANWHILE");
    assertThat(stale.body().at("/currentVersion").asLong()).isEqualTo(1);
    draft.withContact();
    assertThat(
            draft
                .call("saveContact")
                .ifMatch(1)
                .json(
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
                .expect(412)
                .body()
                .at("/currentVersion")
                .asLong())
        .isEqualTo(2);
  }

  @Test
  void stepTwoNeedsStepOne() {
    ApiCall.Answer refused = ADraft.started().contact().expect(409);
    assertThat(refused.code()).isEqualTo("STEP_MISSING");
    assertThat(refused.text("/nextStep")).isEqualTo("COMPANY");
  }

  @Test
  void stepTwoIsCheckedAndSaved() {
    ADraft draft = ADraft.started().withCompany();
    assertThat(
            draft
                .contact("phone", "1", "preferredContact", "TEXT", "language", "fr")
                .expect(400)
                .errors())
        .containsExactlyInAnyOrder("phone INVALID", "mobile REQUIRED", "language INVALID");
    assertThat(
            draft
                .contact(
                    "address",
                    Map.of("line1", "", "state", "Colorado", "zip", "8"),
                    "firstName",
                    " ")
                .expect(400)
                .errors())
        .containsExactlyInAnyOrder(
            "address.city REQUIRED",
            "address.line1 OUT_OF_RANGE",
            "address.state INVALID",
            "address.zip INVALID",
            "firstName INVALID");
    draft.withContact("mobile", "(719) 555-0151", "preferredContact", "TEXT", "language", "es");
    ApiCall.Answer shown = draft.call("getRegistration").expect(200);
    assertThat(shown.text("/contact/mobile")).isEqualTo("+17195550151");
    assertThat(shown.text("/contact/address/zip")).isEqualTo("80999");
    assertThat(shown.text("/language")).isEqualTo("es");
    assertThat(shown.text("/nextStep")).isEqualTo("CONFIRM");
    assertThat(shown.body().at("/missing")).isEmpty();
  }

  private static String sample(ADraft draft) {
    return "{\"accountType\":\"roofing\",\"holder\":\"organization\",\"name\":\""
        + draft.name()
        + "\",\"email\":\""
        + draft.email()
        + "\",\"phone\":\"719-555-0150\"}";
  }

  private static String terms() {
    return ApiCall.of("getPortal").expect(200).text("/termsVersion");
  }

  private static ApiCall start(boolean agreed, String terms) {
    return ApiCall.of("startRegistration")
        .from(ApiCall.anAddress())
        .json("agreed", agreed, "termsVersion", terms);
  }
}
