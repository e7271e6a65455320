package org.permitportal.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks that each of the city's languages has a folder of messages with the same mails as English.
 * The build of the web pages checks the pages' texts.
 */
final class LanguageRules {
  private static final String MAILS = "mails";

  private final YamlFile city;
  private final Path messages;
  private final Problems problems;

  /**
   * @param messages the folder with one subfolder for each language
   */
  LanguageRules(YamlFile city, Path messages, Problems problems) {
    this.city = city;
    this.messages = messages;
    this.problems = problems;
  }

  void check() throws IOException {
    NavigableSet<String> known = names(messages);
    NavigableSet<String> mails = mails("en");
    JsonNode languages = city.root().path("languages");
    for (int i = 0; i < languages.size(); i++) {
      String language = languages.get(i).asText();
      String place = Place.item("languages", i);
      if (!known.contains(language)) {
        String listed = String.join(", ", known);
        city.problem(problems, place, "has no messages: the folder messages has " + listed);
        continue;
      }
      NavigableSet<String> missing = new TreeSet<>(mails);
      missing.removeAll(mails(language));
      for (String mail : missing) {
        city.problem(problems, place, "lacks messages/" + language + "/" + MAILS + "/" + mail);
      }
    }
  }

  private NavigableSet<String> mails(String language) throws IOException {
    return names(messages.resolve(language).resolve(MAILS));
  }

  private static NavigableSet<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return new TreeSet<>();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      NavigableSet<String> names = new TreeSet<>();
      entries.map(entry -> entry.getFileName().toString()).forEach(names::add);
      names.removeIf(name -> name.startsWith("."));
      return names;
    }
  }
}
