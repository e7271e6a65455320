package org.permitportal.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.permitportal.contract.Contract;

/**
 * Markup for tests of free-text fields. Finds the contract's fields that accept the markup, and
 * records the fields that a test has filled with it.
 */
final class FreeText {
  static final String TYPED = "<b onload=\"x\">R&D</b>";
  static final String ESCAPED = "&lt;b onload=&quot;x&quot;&gt;R&amp;D&lt;/b&gt;";

  /**
   * The fields without a list or pattern that the test does not fill with markup, by the reason.
   */
  private static final Map<String, Set<String>> LEFT_OUT =
      Map.of(
          "a key or a number, refused by a rule of its own",
          Set.of(
              "accountType",
              "question",
              "language",
              "termsVersion",
              "phone",
              "mobile",
              "companyPhone"),
          "never shown",
          Set.of("password", "newPassword", "currentPassword", "answer", "user"),
          "cells of the city's own file",
          Set.of("rows"));

  /** The fields that are stored in the same way as a field of {@code login}. */
  private static final Set<String> THE_SAME =
      Set.of("answerChallenge device", "changePassword device");

  private final Set<String> typedInto = new TreeSet<>();

  /** Adds fields to a call as its body. Records the fields with markup. */
  ApiCall typed(ApiCall call, String operation, Object... fields) {
    for (int i = 0; i < fields.length; i += 2) {
      note(operation, (String) fields[i], fields[i + 1]);
    }
    return call.json(fields);
  }

  /** Records a field if its value has markup. */
  void note(String operation, String field, Object value) {
    if (value instanceof Map<?, ?> group) {
      group.forEach((name, member) -> note(operation, (String) name, member));
    } else if (value.toString().contains(TYPED)) {
      typedInto.add(operation + " " + field);
    }
  }

  Set<String> typedInto() {
    return typedInto;
  }

  /**
   * Returns the fields of all requests whose schemas accept the markup, as {@code saveCompany
   * name}.
   */
  static Set<String> fields() {
    Set<String> fields = new TreeSet<>();
    Contract.operations()
        .values()
        .forEach(operation -> collect(operation.id(), "", operation.body(), fields));
    fields.removeAll(THE_SAME);
    return fields;
  }

  private static void collect(String operation, String name, JsonNode schema, Set<String> fields) {
    JsonNode at = Contract.resolved(schema);
    if (LEFT_OUT.values().stream().anyMatch(names -> names.contains(name))) {
      return;
    }
    if (at.path("type").asText().equals("string")
        && !at.has("enum")
        && at.path("maxLength").asInt(Integer.MAX_VALUE) >= TYPED.length()
        && (!at.has("pattern")
            || Pattern.compile(at.path("pattern").asText()).matcher(TYPED).find())) {
      fields.add(operation + " " + name);
    }
    at.path("properties")
        .properties()
        .forEach(property -> collect(operation, property.getKey(), property.getValue(), fields));
  }
}
