package org.permitportal.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AStaffMember;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.permits.APermit;
import org.permitportal.permits.TheSample;

/**
 * Tests that staff can import permits from the city's present system, and that anybody can find
 * them.
 */
class LookUpJourneyTest {
  @Test
  void aWholeFileComesInAndAgainChangesNothing() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> row : TheSample.rows()) {
      Map<String, String> own = new HashMap<>(row);
      own.put("PermitNum", row.get("PermitNum").replace("2", "9"));
      own.remove("MasterPermitNum");
      rows.add(own);
    }
    for (int from = 0; from < rows.size(); from += 200) {
      List<Map<String, String>> part = rows.subList(from, Math.min(rows.size(), from + 200));
      JsonNode report = APermit.imported(part);
      assertThat(report.path("created").asInt() + report.path("refused").asInt())
          .isEqualTo(part.size());
      // The characters "2" and "9" can make two numbers equal. The report names these rows.
      assertThat(report.path("errors").findValuesAsText("code")).containsOnly("DUPLICATE");
      JsonNode again = APermit.imported(part);
      assertThat(again.path("unchanged").asInt()).isEqualTo(report.path("created").asInt());
      assertThat(again.path("created").asInt() + again.path("updated").asInt()).isZero();
    }
  }

  @Test
  void goodRowsComeInAlthoughOthersAreRefusedAndEachRefusalNamesLineAndColumn() {
    APermit good = APermit.row();
    APermit bad = APermit.row().with("OriginalZip", "no").with("StatusCurrent", "Nowhere");
    JsonNode report =
        ApiCall.of("importPermits")
            .bearer(APermit.clerk())
            .json("rows", List.of(bad.cells(), good.cells()), "firstLine", 40)
            .expect(200)
            .body();
    assertThat(report.path("created").asInt()).isEqualTo(1);
    assertThat(report.path("refused").asInt()).isEqualTo(1);
    assertThat(report.path("errors").findValuesAsText("column"))
        .containsExactlyInAnyOrder("OriginalZip", "StatusCurrent");
    assertThat(report.path("errors").findValuesAsText("line")).containsOnly("40");
    assertThat(found("number", good.cell("PermitNum"))).hasSize(1);
    assertThat(found("number", bad.cell("PermitNum"))).isEmpty();
  }

  @Test
  void aChangedRowUpdatesThePermitItsPartiesAndTheTimeline() {
    APermit row = APermit.row();
    String id = row.imported();
    AnAccount ana = AnAccount.confirmed();
    APermit.link(id, ana);
    row.with("StatusCurrent", "Corrections Required").with("StatusDate", "2019-04-02");
    assertThat(APermit.imported(List.of(row.cells())).path("updated").asInt()).isEqualTo(1);
    String token = ana.signedIn().accessToken();
    JsonNode opened =
        ApiCall.of("openPermit").bearer(token).path("permitId", id).expect(200).body();
    assertThat(opened.at("/details/permit/status").asText()).isEqualTo("CORRECTIONS");
    assertThat(opened.path("events").findValuesAsText("kind"))
        .containsExactly("STATUS_CHANGED", "PARTY_LINKED", "IMPORTED");
    JsonNode own = ApiCall.of("getDashboard").bearer(token).expect(200).body().at("/permits/0");
    assertThat(own.at("/permit/status").asText()).isEqualTo("CORRECTIONS");
    assertThat(own.path("yourMove").asBoolean()).isTrue();
  }

  @Test
  void onlyClerksAndAdministratorsImportAndOnlyWholeRequests() {
    ApiCall.of("importPermits")
        .bearer(AStaffMember.token("inspector"))
        .json("rows", List.of(APermit.row().cells()))
        .expect(403);
    assertThat(
            ApiCall.of("importPermits")
                .bearer(APermit.clerk())
                .json("rows", List.of(Map.of("Colour", "red")))
                .expect(400)
                .errors())
        .containsExactly("rows[0].Colour UNKNOWN");
    ApiCall.of("importPermits").bearer(APermit.clerk()).json("rows", List.of()).expect(400);
  }

  @Test
  void aNumberIsFoundHoweverItIsTyped() {
    APermit row = APermit.row();
    String id = row.imported();
    String number = row.cell("PermitNum");
    for (String typed :
        List.of(
            number,
            number.replace("-", ""),
            number.toLowerCase(Locale.ROOT),
            number.substring(3))) {
      assertThat(ids("number", typed)).as(typed).contains(id);
    }
    assertThat(ApiCall.of("findPermits").query("number", "--").expect(400).errors())
        .containsExactly("number INVALID");
  }

  @Test
  void anAddressIsFoundInPartAndInAnySpelling() {
    APermit row = APermit.row();
    String id = row.imported();
    String address = row.cell("OriginalAddress1");
    String house = address.split(" ", 2)[0];
    String word = address.split(" ", -1)[3];
    for (String typed :
        List.of(
            address,
            address.toUpperCase(Locale.ROOT).replace(" RD", " ROAD"),
            house + " testing meadow " + word,
            house + " " + word.substring(0, 4),
            house + " test mead " + word + " r",
            "testing meadow " + word)) {
      assertThat(ids("address", typed)).as(typed).containsExactly(id);
    }
    assertThat(ids("address", house + " testing meadow " + word + " Ave")).isEmpty();
    assertThat(ids("parcel", row.cell("PIN").toLowerCase(Locale.ROOT))).containsExactly(id);
    ApiCall.of("findPermits").query("address", "12").expect(400);
    ApiCall.of("findPermits").query("parcel", "1").query("number", "1").expect(400);
  }

  @Test
  void severalStreetsAreNamedSoThatOneCanChoose() {
    APermit.row().with("OriginalAddress1", "8 Twinbrook North Way").imported();
    APermit.row().with("OriginalAddress1", "8 Twinbrook Hollow Way").imported();
    JsonNode found = ApiCall.of("findPermits").query("address", "8 twinbro").expect(200).body();
    assertThat(found.path("permits")).hasSize(2);
    assertThat(found.path("streets")).hasSize(2);
  }

  @Test
  void aStreetComesInPages() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int house = 1; house <= 30; house++) {
      rows.add(APermit.row().with("OriginalAddress1", house + " Longpage Ln").cells());
    }
    APermit.imported(rows);
    JsonNode first = ApiCall.of("findPermits").query("address", "longpa").expect(200).body();
    assertThat(first.path("permits")).hasSize(25);
    assertThat(first.at("/permits/1/address/line1").asText()).isEqualTo("2 Longpage Ln");
    String next = first.path("next").asText();
    assertThat(
            ApiCall.of("findPermits")
                .query("address", "longpa")
                .query("cursor", next)
                .expect(200)
                .body()
                .path("permits"))
        .hasSize(5);
    ApiCall.of("findPermits").query("parcel", "TST1").query("cursor", next).expect(400);
  }

  @Test
  void anybodySeesThePublicFieldsAndNothingOfPeople() {
    APermit row = APermit.row().with("ContractorCompanyName", "Good Neighbor, LLC");
    String id = row.imported();
    AnAccount ana = AnAccount.confirmed();
    APermit.link(id, ana);
    JsonNode permit = ApiCall.of("viewPermit").path("permitId", id).expect(200).body();
    assertThat(permit.at("/details/contractor/name").asText()).isEqualTo("Good Neighbor, LLC");
    assertThat(permit.at("/details/permit/statusMapped").asText()).isEqualTo("In Review");
    assertThat(permit.toString()).doesNotContain(ana.name()).doesNotContain(ana.email());
    ApiCall.of("viewPermit").path("permitId", "01JD3PZK7M8Q2V5XW9ABCDEFGH").expect(404);
    ApiCall.of("viewPermit").path("permitId", "42").expect(400);
  }

  private static List<String> ids(String by, String typed) {
    return found(by, typed).findValuesAsText("permitId");
  }

  private static JsonNode found(String by, String typed) {
    return ApiCall.of("findPermits").query(by, typed).expect(200).body().path("permits");
  }
}
