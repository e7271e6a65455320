package org.permitportal.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the rules of {@code city.yaml} that a JSON schema cannot express. Skips values of a wrong
 * type, because the check against the schema has reported them already.
 */
final class CityRules {
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
   * Checks the rules that apply only to a deployed city. A city for tests may use cheaper hashes.
   */
  void checkDeployed() {
    DEAR.forEach(
        (setting, least) -> {
          JsonNode value = at("security.secretAnswers").path(setting);
          if (value.isInt() || value.isLong()) {
            if (value.asLong() < least) {
              report(
                  "security.secretAnswers." + setting,
                  "must be at least " + least + " to be deployed");
            }
          }
        });
  }

  /**
   * Checks the rules that hold for every city.
   *
   * @param permitStatuses the names of all permit statuses
   */
  void check(List<String> permitStatuses) {
    timeZone();
    unique("staffRoles", "key");
    unique("accounts.attachmentKinds", "key");
    unique("accounts.types", "key");
    unique("security.secretQuestions", "key");
    unique("permits.statuses", "status");
    unique("permits.documentKinds", "key");
    unique("permits.partyRoles", "key");
    unique("permits.words", "word");
    accountTypes();
    statuses(permitStatuses);
    legalForms();
    paragraphs();
  }

  private void timeZone() {
    String zone = root.path("timeZone").asText();
    if (!zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
      report("timeZone", "unknown time zone '" + zone + "': write one such as America/Denver");
    }
  }

  private void unique(String list, String name) {
    Once once = new Once(problems);
    JsonNode items = at(list);
    for (int i = 0; i < items.size(); i++) {
      String place = Place.member(Place.item(list, i), name);
      once.add(city, place, items.get(i).path(name), name + " '");
    }
  }

  private JsonNode at(String place) {
    return root.at("/" + place.replace('.', '/'));
  }

  private void accountTypes() {
    Set<String> kinds = new HashSet<>();
    at("accounts.attachmentKinds").forEach(kind -> kinds.add(kind.path("key").asText()));
    JsonNode types = at("accounts.types");
    for (int i = 0; i < types.size(); i++) {
      String place = Place.item("accounts.types", i);
      license(types.get(i).path("license"), place + ".license");
      JsonNode attachments = types.get(i).path("attachments");
      Once once = new Once(problems);
      for (int j = 0; j < attachments.size(); j++) {
        JsonNode kind = attachments.get(j).path("kind");
        String at = Place.item(place + ".attachments", j);
        if (kind.isTextual() && !kinds.contains(kind.asText())) {
          report(at, "unknown kind '" + kind.asText() + "': attachmentKinds lists the known kinds");
        }
        once.add(city, at, kind, "kind '");
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

  private void statuses(List<String> all) {
    Set<String> given = new HashSet<>();
    Once once = new Once(problems);
    JsonNode statuses = at("permits.statuses");
    for (int i = 0; i < statuses.size(); i++) {
      String status = statuses.get(i).path("status").asText();
      String words = Place.item("permits.statuses", i) + ".import";
      given.add(status);
      JsonNode imported = statuses.get(i).path("import");
      if (status.equals("DRAFT") && !imported.isEmpty()) {
        report(words, "a draft is never imported: write []");
      }
      for (int j = 0; j < imported.size(); j++) {
        once.add(city, Place.item(words, j), imported.get(j), "'");
      }
    }
    for (String status : all) {
      if (statuses.isArray() && !given.contains(status)) {
        report("permits.statuses", "'" + status + "' is missing");
      }
    }
  }

  private void legalForms() {
    Once once = new Once(problems);
    JsonNode forms = at("accounts.legalForms");
    for (int i = 0; i < forms.size(); i++) {
      once.add(city, Place.item("accounts.legalForms", i), forms.get(i), "'");
    }
  }

  /**
   * Reports each translation of the terms that has another number of paragraphs than the text in
   * the first language.
   */
  private void paragraphs() {
    int expected = -1;
    for (var text : at("terms.text").properties()) {
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
