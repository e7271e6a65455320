package org.permitportal.permits;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.permitportal.journey.AStaffMember;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;

/** A permit for staff to import. Each has its own number and street. */
public final class APermit {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private final Map<String, String> cells = new HashMap<>();

  private APermit() {
    int n = COUNT.incrementAndGet();
    cells.putAll(
        Map.of(
            "PermitNum", "BLD19-" + (1000 + n),
            "Description", "Kitchen remodel",
            "AppliedDate", "2019-03-04",
            "StatusDate", "2019-03-20",
            "StatusCurrent", "In Review",
            "OriginalAddress1", (100 + n) + " Testing Meadow " + word(n) + " Rd",
            "OriginalCity", "Juniper Falls",
            "OriginalState", "CO",
            "OriginalZip", "80998",
            "PermitType", "Building"));
    cells.put("PIN", "TST-" + n);
  }

  public static APermit row() {
    return new APermit();
  }

  /** Returns the access token of a clerk. */
  public static String clerk() {
    return AStaffMember.token("clerk");
  }

  public APermit with(String column, String text) {
    cells.put(column, text);
    return this;
  }

  /** Returns the permit's number, as people write it. */
  public String number() {
    return cell("PermitNum");
  }

  public Map<String, String> cells() {
    return cells;
  }

  public String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  /** Imports rows and returns the report. */
  public static JsonNode imported(List<Map<String, String>> rows) {
    return ApiCall.of("importPermits").bearer(clerk()).json("rows", rows).expect(200).body();
  }

  /** Imports this permit and returns its id. */
  public String imported() {
    imported(List.of(cells));
    return ApiCall.of("findPermits")
        .query("number", number())
        .expect(200)
        .text("/permits/0/permitId");
  }

  /** Links an account to a permit: the account asks for it and a clerk approves. */
  public static void link(String permitId, AnAccount account) {
    String token = account.signedIn().accessToken();
    ApiCall.of("requestLink")
        .bearer(token)
        .path("permitId", permitId)
        .json("role", "owner", "reason", "It is my house.")
        .expect(201);
    ApiCall.of("decideLinkRequest")
        .bearer(clerk())
        .path("permitId", permitId)
        .path("accountId", accountId(account))
        .ifMatch(1)
        .json("decision", "APPROVE")
        .expect(200);
  }

  /** Returns the id of an account that has asked for a link. Staff see this id. */
  public static String accountId(AnAccount account) {
    return openRequest(account).path("accountId").asText();
  }

  /** Returns an account's open request for a link, as staff see it. */
  public static JsonNode openRequest(AnAccount account) {
    String cursor = null;
    do {
      ApiCall call = ApiCall.of("listLinkRequests").bearer(clerk());
      JsonNode page = (cursor == null ? call : call.query("cursor", cursor)).expect(200).body();
      for (JsonNode request : page.path("linkRequests")) {
        if (request.path("accountNumber").asText().equals(account.number())) {
          return request;
        }
      }
      cursor = page.path("next").asText(null);
    } while (cursor != null);
    throw new AssertionError("No open request of " + account.name());
  }

  /** Returns the newest events of a permit, including the events that only staff see. */
  public static List<PermitEvent> events(ApplicationContext beans, String permitId) {
    return beans.getBean(PermitStore.class).open(permitId).orElseThrow().events().items();
  }

  private static String word(int n) {
    return "" + (char) ('a' + n / 26 % 26) + (char) ('a' + n % 26) + "olla";
  }
}
