package org.permitportal.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks the rules for openapi.yaml: what each operation must state, and that each reference leads
 * somewhere.
 */
final class ContractRules {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final Set<String> CALLERS = Set.of("anyone", "draft", "applicant", "staff");
  private static final Pattern OPERATION_ID = Pattern.compile("[a-z][A-Za-z0-9]*");

  private final YamlFile contract;
  private final Problems problems;
  private final Map<String, String> operationIds = new HashMap<>();
  private final JsonNode seenByClients;

  ContractRules(YamlFile contract, Problems problems) {
    this.contract = contract;
    this.problems = problems;
    this.seenByClients = PublicContract.of(contract.root());
  }

  void check() {
    JsonNode root = contract.root();
    if (!root.path("openapi").asText().equals("3.0.3")) {
      report("openapi", "must be 3.0.3: HTTP APIs refuse newer versions");
    }
    if (root.has("tags")) {
      report("tags", "API Gateway's import would tag the whole API: tag operations instead");
    }
    if (root.path("paths").isEmpty()) {
      report("paths", "there is no path");
    }
    for (var path : root.path("paths").properties()) {
      String place = Place.member("paths", path.getKey());
      if (!path.getKey().startsWith("/")) {
        report(place, "a path starts with /");
      }
      for (var method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operation(method.getValue(), Place.member(place, method.getKey()));
        }
      }
    }
    references(root, "", false);
  }

  private void operation(JsonNode operation, String place) {
    String id = operation.path("operationId").asText();
    String idPlace = Place.member(place, "operationId");
    if (id.isEmpty()) {
      report(place, "'operationId' is missing");
    } else if (!OPERATION_ID.matcher(id).matches()) {
      report(idPlace, "'" + id + "' is no camelCase name");
    } else {
      String first = operationIds.putIfAbsent(id, idPlace);
      if (first != null) {
        report(idPlace, "'" + id + "' is taken by line " + contract.line(first));
      }
    }
    for (String derived : List.of("security", "x-amazon-apigateway-integration")) {
      if (operation.has(derived)) {
        report(
            Place.member(place, derived),
            "leave it out: the build makes it of operationId and x-portal-caller");
      }
    }
    String caller = operation.path("x-portal-caller").asText();
    if (caller.isEmpty()) {
      report(place, "'x-portal-caller' is missing: anyone, draft, applicant or staff");
    } else if (!CALLERS.contains(caller)) {
      report(
          Place.member(place, "x-portal-caller"),
          "'" + caller + "' is none of anyone, draft, applicant, staff");
    }
  }

  /**
   * Checks that each reference leads to an existing part. A part that clients see must not refer to
   * a part that only API Gateway sees.
   */
  private void references(JsonNode node, String place, boolean forAmazon) {
    JsonNode to = node.path("$ref");
    if (to.isTextual() && to.asText().startsWith("#/")) {
      JsonNode within = forAmazon ? contract.root() : seenByClients;
      if (within.at(to.asText().substring(1)).isMissingNode()) {
        report(Place.member(place, "$ref"), "'" + to.asText() + "' leads nowhere");
      }
    }
    for (var member : node.properties()) {
      boolean amazon = forAmazon || member.getKey().startsWith("x-amazon-");
      references(member.getValue(), Place.member(place, member.getKey()), amazon);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      references(node.get(i), Place.item(place, i), forAmazon);
    }
  }

  private void report(String place, String text) {
    contract.problem(problems, place, text);
  }
}
