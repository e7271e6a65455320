package org.permitportal.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Reports each text in a city's file that lacks a translation into one of the city's languages. */
final class TextRules {
  private static final Set<String> TEXTS =
      Set.of("label", "hint", "office", "hours", "title", "text");

  private final List<String> languages;
  private final Problems problems;

  TextRules(List<String> languages, Problems problems) {
    this.languages = languages;
    this.problems = problems;
  }

  void check(YamlFile file) {
    check(file, file.root(), "");
  }

  private void check(YamlFile file, JsonNode node, String place) {
    for (var member : node.properties()) {
      String at = Place.member(place, member.getKey());
      if (TEXTS.contains(member.getKey()) && member.getValue().isObject()) {
        for (String language : languages) {
          if (member.getValue().path(language).asText().isBlank()) {
            file.problem(problems, at, "has no text in '" + language + "'");
          }
        }
      } else {
        check(file, member.getValue(), at);
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      check(file, node.get(i), Place.item(place, i));
    }
  }
}
