package org.permitportal.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Checks the rules of the city's file that the schema can't express. It skips parts of the wrong
 * shape, because the schema has reported them already.
 */
final class CityRules {
  private static final Set<String> TEXTS =
      Set.of("label", "hint", "office", "hours", "title", "text");
  private static final String STATUSES =
      "DRAFT SUBMITTED INCOMPLETE IN_REVIEW CORRECTIONS RESUBMITTED APPROVED ISSUED INSPECTIONS"
          + " FINALED CO_ISSUED COC_ISSUED WITHDRAWN DENIED VOID REVOKED EXPIRED";

  /**
   * The minimum that OWASP's Password Storage Cheat Sheet requires of Argon2id with one lane.
   *
   * @see <a
   *     href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">
   *     Password Storage Cheat Sheet</a>
   */
  private static final Map<String, Integer> DEAR = Map.of("memoryKiB", 19_456, "passes", 2);

  private final YamlFile city;
  private final Problems problems;
  private final JsonNode root;

  CityRules(YamlFile city, Problems problems) {
    this.city = city;
    this.problems = problems;
    this.root = city.root();
  }

  /**
   * Checks what holds only for a city that is deployed; a city for tests may use cheaper settings.
   */
  void checkDeployed() {
    DEAR.forEach(
        (setting, least) -> {
          JsonNode value = root.path("secretAnswers").path(setting);
          if (value.isInt() || value.isLong()) {
            if (value.asLong() < least) {
              report("secretAnswers." + setting, "must be at least " + least + " to be deployed");
            }
          }
        });
  }

  void check() {
    timeZone();
    texts(root, "");
    for (String list :
        List.of(
            "secretQuestions",
            "attachmentKinds",
            "accountTypes",
            "permitTypes",
            "documentKinds",
            "partyRoles",
            "staffRoles")) {
      unique(list, "key");
    }
    unique("permitTypes", "prefix");
    unique("permitStatuses", "status");
    unique("permitWords", "word");
    accountTypes();
    statuses();
    legalForms();
    paragraphs();
  }

  private void timeZone() {
    String zone = root.path("timeZone").asText();
    if (!zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
      report("timeZone", "unknown time zone '" + zone + "': write one such as America/Denver");
    }
  }

  /** Reports every text that is missing in one of the city's languages. */
  private void texts(JsonNode node, String place) {
    for (var member : node.properties()) {
      String at = Place.member(place, member.getKey());
      if (TEXTS.contains(member.getKey()) && member.getValue().isObject()) {
        for (JsonNode language : root.path("languages")) {
          if (language.isTextual()
              && member.getValue().path(language.asText()).asText().isBlank()) {
            report(at, "has no text in '" + language.asText() + "'");
          }
        }
      } else {
        texts(member.getValue(), at);
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      texts(node.get(i), Place.item(place, i));
    }
  }

  private void unique(String list, String name) {
    Map<String, String> seen = new HashMap<>();
    JsonNode items = root.path(list);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).path(name).isTextual()) {
        refuseSecond(
            seen,
            items.get(i).path(name).asText(),
            Place.member(Place.item(list, i), name),
            name + " '");
      }
    }
  }

  private void refuseSecond(Map<String, String> seen, String value, String place, String what) {
    String first = seen.putIfAbsent(value.toLowerCase(Locale.ROOT), place);
    if (first != null) {
      report(place, what + value + "' is used at line " + city.line(first) + " already");
    }
  }

  private void accountTypes() {
    Set<String> kinds = new HashSet<>();
    root.path("attachmentKinds").forEach(kind -> kinds.add(kind.path("key").asText()));
    JsonNode types = root.path("accountTypes");
    for (int i = 0; i < types.size(); i++) {
      String place = Place.item("accountTypes", i);
      license(types.get(i).path("license"), place + ".license");
      JsonNode attachments = types.get(i).path("attachments");
      Map<String, String> seen = new HashMap<>();
      for (int j = 0; j < attachments.size(); j++) {
        String kind = attachments.get(j).path("kind").asText();
        String at = Place.item(place + ".attachments", j);
        if (kind.isEmpty()) {
          continue;
        }
        if (!kinds.contains(kind)) {
          report(at, "unknown kind '" + kind + "': attachmentKinds lists the known kinds");
        }
        refuseSecond(seen, kind, at, "kind '");
      }
    }
  }

  private void license(JsonNode license, String place) {
    List<String> needs = strings(license.path("needs"));
    List<String> takes = strings(license.path("takes"));
    boolean none = license.path("asked").asText().equals("none");
    if (none && !(needs.isEmpty() && takes.isEmpty())) {
      report(place, "no license is asked for, so 'needs' and 'takes' must be []");
    }
    if (!none && license.has("asked") && !needs.contains("number")) {
      report(place, "a license is asked for, so 'needs' must name its number");
    }
    for (String field : takes) {
      if (needs.contains(field)) {
        report(place + ".takes", "'" + field + "' is under 'needs' already");
      }
    }
  }

  private void statuses() {
    Set<String> given = new HashSet<>();
    Map<String, String> seen = new HashMap<>();
    JsonNode statuses = root.path("permitStatuses");
    for (int i = 0; i < statuses.size(); i++) {
      String status = statuses.get(i).path("status").asText();
      String words = Place.item("permitStatuses", i) + ".import";
      given.add(status);
      List<String> imported = strings(statuses.get(i).path("import"));
      if (status.equals("DRAFT") && !imported.isEmpty()) {
        report(words, "a draft is never imported: write []");
      }
      for (int j = 0; j < imported.size(); j++) {
        refuseSecond(seen, imported.get(j), Place.item(words, j), "'");
      }
    }
    for (String status : STATUSES.split(" ", -1)) {
      if (statuses.isArray() && !given.contains(status)) {
        report("permitStatuses", "'" + status + "' is missing");
      }
    }
  }

  private void legalForms() {
    Map<String, String> seen = new HashMap<>();
    List<String> forms = strings(root.path("legalForms"));
    for (int i = 0; i < forms.size(); i++) {
      refuseSecond(seen, forms.get(i), Place.item("legalForms", i), "'");
    }
  }

  /**
   * Reports a translation of the terms whose number of paragraphs differs from the first
   * language's.
   */
  private void paragraphs() {
    int expected = -1;
    for (var text : root.path("terms").path("text").properties()) {
      int count = text.getValue().asText().strip().split("\n\\s*\n", -1).length;
      if (expected >= 0 && count != expected) {
        String place = Place.member("terms.text", text.getKey());
        report(place, "has " + count + " paragraphs, but the first language has " + expected);
      }
      expected = expected < 0 ? count : expected;
    }
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(item -> strings.add(item.asText()));
    return strings;
  }

  private void report(String place, String text) {
    city.problem(problems, place, text);
  }
}
