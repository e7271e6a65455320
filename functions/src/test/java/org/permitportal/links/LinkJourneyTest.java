package org.permitportal.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AStaffMember;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.TheBeans;
import org.permitportal.permits.APermit;
import org.permitportal.permits.Activity;
import org.permitportal.permits.Actor;
import org.permitportal.permits.PermitEvent;

/** Tests that accounts can ask to be linked to permits, and that staff decide the requests. */
class LinkJourneyTest {
  @Test
  void anApprovedRequestPutsThePermitOnTheDashboard() {
    String id = APermit.row().imported();
    AnAccount ana = AnAccount.confirmed();
    String token = ana.signedIn().accessToken();
    assertThat(open(token, id).send().status()).isEqualTo(404);
    ask(token, id).expect(201);
    JsonNode waiting = dashboard(token);
    assertThat(waiting.path("permits")).isEmpty();
    assertThat(waiting.at("/linkRequests/0/state").asText()).isEqualTo("OPEN");
    String account = APermit.accountId(ana);
    ApiCall.Answer decided =
        decide(id, account, 1).json("decision", "APPROVE", "role", "sub-contractor").expect(200);
    assertThat(decided.version()).isEqualTo(2);
    String clerk = decided.text("/decidedBy");
    assertThat(clerk).isNotEmpty();
    JsonNode linked = dashboard(token);
    assertThat(linked.path("linkRequests")).isEmpty();
    assertThat(linked.at("/permits/0/yourRoles/0").asText()).isEqualTo("sub-contractor");
    JsonNode opened = open(token, id).expect(200).body();
    assertThat(opened.at("/parties/0/name").asText()).isEqualTo(ana.name());
    assertThat(opened.at("/events/0/kind").asText()).isEqualTo("PARTY_LINKED");
    assertThat(opened.at("/events/0/by").asText()).isEqualTo("CITY");
    assertThat(opened.at("/events/1/by").asText()).isEqualTo("FORMER_SYSTEM");
    assertThat(opened.toString()).as("staff are not named").doesNotContain(clerk);
    assertThat(opened.path("uploadKinds").toString()).contains("plans").doesNotContain("card");
    assertThat(decide(id, account, 2).json("decision", "APPROVE").expect(409).code())
        .isEqualTo("LINK_REQUEST_CLOSED");
  }

  @Test
  void anAccountCanHaveSeveralRolesOnAPermitAndEachOnce() {
    String id = APermit.row().imported();
    AnAccount ana = AnAccount.confirmed();
    APermit.link(id, ana);
    String token = ana.signedIn().accessToken();
    ask(token, id).expect(201);
    String account = APermit.accountId(ana);
    assertThat(
            decide(id, account, 3).json("decision", "APPROVE", "role", "owner").expect(409).code())
        .isEqualTo("ALREADY_A_PARTY");
    decide(id, account, 3).json("decision", "APPROVE").expect(200);
    assertThat(ask(token, id).expect(409).code()).isEqualTo("ALREADY_A_PARTY");
    JsonNode dashboard = dashboard(token);
    assertThat(dashboard.path("permits")).hasSize(1);
    assertThat(dashboard.at("/permits/0/yourRoles").toString())
        .isEqualTo("[\"contractor-of-record\",\"owner\"]");
    JsonNode opened = open(token, id).expect(200).body();
    assertThat(opened.path("yourRoles")).hasSize(2);
    assertThat(opened.path("parties").findValuesAsText("role"))
        .containsExactlyInAnyOrder("contractor-of-record", "owner");
    JsonNode export = ApiCall.of("exportAccount").bearer(token).expect(200).body();
    assertThat(export.at("/business/0/role").asText()).isEqualTo("contractor-of-record, owner");
  }

  @Test
  void aRefusedRequestTellsWhyAndCanBeMadeAgain() {
    String id = APermit.row().imported();
    AnAccount ana = AnAccount.confirmed();
    String token = ana.signedIn().accessToken();
    ask(token, id).expect(201);
    String account = APermit.accountId(ana);
    assertThat(decide(id, account, 1).json("decision", "REFUSE").expect(400).errors())
        .containsExactly("reason REQUIRED");
    String clerk =
        decide(id, account, 1)
            .json("decision", "REFUSE", "reason", "Not your permit.")
            .expect(200)
            .text("/decidedBy");
    JsonNode refused = dashboard(token).at("/linkRequests/0");
    assertThat(refused.path("state").asText()).isEqualTo("REFUSED");
    assertThat(refused.path("answer").asText()).isEqualTo("Not your permit.");
    assertThat(refused.toString()).as("staff are not named").doesNotContain(clerk);
    assertThat(open(token, id).send().status()).isEqualTo(404);
    ask(token, id).expect(201);
    assertThat(
            decide(id, account, 1).json("decision", "APPROVE").expect(412).text("/currentVersion"))
        .isEqualTo("3");
    JsonNode again = APermit.openRequest(ana);
    assertThat(again.path("state").asText()).isEqualTo("OPEN");
    assertThat(again.at("/earlier/state").asText()).isEqualTo("REFUSED");
    assertThat(again.at("/earlier/decidedBy").asText()).isEqualTo(clerk).isNotEmpty();
    assertThat(again.at("/earlier/answer").asText()).isEqualTo("Not your permit.");
  }

  @Test
  void thereIsOneOpenRequestAndARepetitionIsTheSame() {
    String id = APermit.row().imported();
    String token = AnAccount.confirmed().signedIn().accessToken();
    JsonNode first = ask(token, id).header("idempotency-key", "same-key-1").expect(201).body();
    JsonNode again = ask(token, id).header("idempotency-key", "same-key-1").expect(201).body();
    assertThat(again).isEqualTo(first);
    assertThat(
            ApiCall.of("requestLink")
                .bearer(token)
                .path("permitId", id)
                .header("idempotency-key", "same-key-1")
                .json("role", "owner", "reason", "Another thing under the same key.")
                .expect(409)
                .code())
        .isEqualTo("LINK_ALREADY_REQUESTED");
    assertThat(ask(token, id).header("idempotency-key", "other-key").expect(409).code())
        .isEqualTo("LINK_ALREADY_REQUESTED");
    assertThat(ask(token, "01JD3PZK7M8Q2V5XW9ABCDEFGH").expect(404).code()).isEqualTo("NOT_FOUND");
    ApiCall.of("requestLink")
        .bearer(token)
        .path("permitId", id)
        .json("role", "mayor", "reason", "x")
        .expect(400);
  }

  @Test
  void whoeverAskedCanWithdrawWhileItIsOpen() {
    String id = APermit.row().imported();
    AnAccount ana = AnAccount.confirmed();
    String token = ana.signedIn().accessToken();
    withdraw(token, id).expect(404);
    ask(token, id).expect(201);
    String account = APermit.accountId(ana);
    withdraw(token, id).expect(204);
    withdraw(token, id).expect(204);
    withdraw(token, "42").expect(400);
    assertThat(decide(id, account, 1).json("decision", "APPROVE").expect(409).code())
        .isEqualTo("LINK_REQUEST_CLOSED");
    assertThat(dashboard(token).path("linkRequests")).isEmpty();
    ask(token, id).expect(201);
    decide(id, account, 3).json("decision", "APPROVE").expect(200);
    assertThat(withdraw(token, id).expect(409).code()).isEqualTo("LINK_REQUEST_CLOSED");
  }

  @Test
  void ofTwoClerksWhoDecideAtOnceExactlyOneWins() throws Exception {
    String second = AStaffMember.token("admin");
    for (int round = 0; round < 10; round++) {
      String id = APermit.row().imported();
      AnAccount ana = AnAccount.confirmed();
      String token = ana.signedIn().accessToken();
      ask(token, id).expect(201);
      String account = APermit.accountId(ana);
      CyclicBarrier barrier = new CyclicBarrier(2);
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        Future<ApiCall.Answer> approved =
            threads.submit(
                () -> {
                  barrier.await();
                  return decide(id, account, 1).json("decision", "APPROVE").send();
                });
        Future<ApiCall.Answer> refused =
            threads.submit(
                () -> {
                  barrier.await();
                  return ApiCall.of("decideLinkRequest")
                      .bearer(second)
                      .path("permitId", id)
                      .path("accountId", account)
                      .ifMatch(1)
                      .json("decision", "REFUSE", "reason", "No.")
                      .send();
                });
        int yes = approved.get().status();
        int no = refused.get().status();
        assertThat(List.of(yes, no)).containsExactlyInAnyOrder(200, 409);
        assertThat(open(token, id).send().status()).isEqualTo(yes == 200 ? 200 : 404);
      }
    }
  }

  @Test
  void staffAloneDecideAndOnlyOnWhatIsThere() {
    String reviewer = AStaffMember.token("reviewer");
    ApiCall.of("listLinkRequests").bearer(reviewer).expect(403);
    ApiCall.of("listLinkRequests").bearer(APermit.clerk()).query("cursor", "!!").expect(400);
    String nobody = "01JD3PZK7M8Q2V5XW9ABCDEFGH";
    ApiCall.of("decideLinkRequest")
        .bearer(reviewer)
        .path("permitId", nobody)
        .path("accountId", nobody)
        .ifMatch(1)
        .json("decision", "APPROVE")
        .expect(403);
    decide(nobody, nobody, 1).json("decision", "APPROVE").expect(404);
  }

  @Test
  void aCursorThatIsNoneIsRefused() {
    String id = APermit.row().imported();
    AnAccount ana = AnAccount.confirmed();
    APermit.link(id, ana);
    String token = ana.signedIn().accessToken();
    ApiCall.of("getDashboard").bearer(token).query("cursor", "!!").expect(400);
    open(token, id).query("cursor", "!!").expect(400);
  }

  @Test
  void manyRequestsPushNoPermitThatWaitsForMeOffTheFirstPage() {
    AnAccount ana = AnAccount.confirmed();
    String reviewed = APermit.row().with("StatusCurrent", "In Review").imported();
    APermit.link(reviewed, ana);
    String waiting = APermit.row().with("StatusCurrent", "Corrections Required").imported();
    APermit.link(waiting, ana);
    String token = ana.signedIn().accessToken();
    List<String> asked = new ArrayList<>();
    for (int n = 0; n < 26; n++) {
      asked.addFirst(APermit.row().imported());
      ask(token, asked.getFirst()).expect(201);
    }
    JsonNode first = dashboard(token);
    assertThat(first.path("permits").findValuesAsText("permitId")).containsExactly(waiting);
    assertThat(first.at("/permits/0/yourMove").asBoolean()).isTrue();
    JsonNode second =
        ApiCall.of("getDashboard")
            .bearer(token)
            .query("cursor", first.path("next").asText())
            .expect(200)
            .body();
    assertThat(second.path("permits").findValuesAsText("permitId")).containsExactly(reviewed);
    assertThat(second.at("/permits/0/yourMove").asBoolean()).isFalse();
    List<String> requests = first.path("linkRequests").findValuesAsText("permitId");
    requests.addAll(second.path("linkRequests").findValuesAsText("permitId"));
    assertThat(requests).as("the latest first").isEqualTo(asked);
    assertThat(second.has("next")).isFalse();
  }

  @Test
  void aWithdrawalIsAmongThePermitsEventsOfStaffOnce() {
    String id = APermit.row().imported();
    AnAccount ana = AnAccount.confirmed();
    String token = ana.signedIn().accessToken();
    ask(token, id).expect(201);
    withdraw(token, id).expect(204);
    withdraw(token, id).expect(204);
    try (ApplicationContext beans = TheBeans.of("WithdrawLinkRequestFunction")) {
      List<PermitEvent> events = APermit.events(beans, id);
      assertThat(events)
          .filteredOn(event -> event.activity().kind() == Activity.Kind.LINK_WITHDRAWN)
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.activity().audience()).isEqualTo(Activity.Audience.STAFF);
                assertThat(event.activity().actor().kind()).isEqualTo(Actor.Kind.APPLICANT);
                assertThat(event.activity().values())
                    .isEqualTo(Map.of("account", ana.name(), "role", "contractor-of-record"));
              });
    }
  }

  @Test
  void olderEventsComeByCursor() {
    APermit row = APermit.row();
    String id = row.imported();
    AnAccount ana = AnAccount.confirmed();
    APermit.link(id, ana);
    for (int change = 1; change <= 55; change++) {
      row.with("Description", "Kitchen remodel " + change);
      APermit.imported(List.of(row.cells()));
    }
    String token = ana.signedIn().accessToken();
    JsonNode newest = open(token, id).expect(200).body();
    assertThat(newest.path("events")).hasSize(50);
    JsonNode older =
        open(token, id).query("cursor", newest.path("next").asText()).expect(200).body();
    assertThat(older.path("events").findValuesAsText("kind"))
        .hasSize(7)
        .endsWith("PARTY_LINKED", "IMPORTED");
    assertThat(older.has("next")).isFalse();
  }

  @Test
  void withoutATokenNothingOfAnAccountOrOfStaffIsThere() {
    String id = "01JD3PZK7M8Q2V5XW9ABCDEFGH";
    for (String operation :
        List.of(
            "openPermit",
            "getDashboard",
            "requestUpload",
            "downloadDocument",
            "requestLink",
            "withdrawLinkRequest",
            "importPermits",
            "listLinkRequests",
            "decideLinkRequest")) {
      ApiCall.of(operation)
          .path("permitId", id)
          .path("documentId", id)
          .path("accountId", id)
          .expect(401);
    }
  }

  private static ApiCall ask(String token, String permitId) {
    return ApiCall.of("requestLink")
        .bearer(token)
        .path("permitId", permitId)
        .json("role", "contractor-of-record", "reason", "We have been hired.");
  }

  private static ApiCall withdraw(String token, String permitId) {
    return ApiCall.of("withdrawLinkRequest").bearer(token).path("permitId", permitId);
  }

  private static ApiCall open(String token, String permitId) {
    return ApiCall.of("openPermit").bearer(token).path("permitId", permitId);
  }

  private static JsonNode dashboard(String token) {
    return ApiCall.of("getDashboard").bearer(token).expect(200).body();
  }

  private static ApiCall decide(String permitId, String accountId, long version) {
    return ApiCall.of("decideLinkRequest")
        .bearer(APermit.clerk())
        .path("permitId", permitId)
        .path("accountId", accountId)
        .ifMatch(version);
  }
}
