package org.permitportal.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of files of the real folder {@code infrastructure}. Tests make mistakes in the copy. */
record Infrastructure(Path folder, Path output) {
  static final Path REAL = Path.of("..").toAbsolutePath().normalize();

  /** The sample city's types of permits. */
  private static final List<String> TYPES =
      List.of(
          "building",
          "demolition",
          "electrical",
          "fence",
          "grading",
          "mechanical",
          "plumbing",
          "pool-spa",
          "roof");

  private static final Pattern OPERATION_ID = Pattern.compile("operationId: (\\w+)");

  static Infrastructure copiedTo(Path temporary) throws IOException {
    Path folder = temporary.resolve("infrastructure");
    for (String language : List.of("en", "es")) {
      Path mails = temporary.resolve("messages").resolve(language).resolve("mails");
      Files.createDirectories(mails);
      Files.writeString(mails.resolve("welcome.txt"), "");
    }
    copy("city/sample/city.yaml", folder);
    copy("city/city.schema.json", folder);
    copy("city/types.schema.json", folder);
    Files.createDirectories(folder.resolve("city/types"));
    for (String type : TYPES) {
      copy("city/sample/types/" + type + ".yaml", folder);
      Files.copy(
          REAL.resolve("city/sample/types/" + type + ".yaml"),
          folder.resolve("city/types/" + type + ".yaml"));
    }
    // The city to deploy is a copy of the sample city, with the hash settings that a deployed city
    // needs. A city's own files may differ from the sample.
    String sample = Files.readString(folder.resolve("city/sample/city.yaml"));
    Files.writeString(
        folder.resolve("city/city.yaml"),
        sample.replace("memoryKiB: 64", "memoryKiB: 19456").replace("passes: 1", "passes: 2"));
    return new Infrastructure(folder, temporary.resolve("output"));
  }

  private static void copy(String file, Path folder) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.copy(REAL.resolve(file), folder.resolve(file));
  }

  /** Returns the path of a mail's text in a language. */
  Path mail(String language) {
    return folder.resolveSibling("messages").resolve(language).resolve("mails/welcome.txt");
  }

  /** Returns the text of a file in the city's folder. */
  String city(String file) throws IOException {
    return Files.readString(folder.resolve("city").resolve(file));
  }

  void city(String file, String text) throws IOException {
    Files.writeString(folder.resolve("city").resolve(file), text);
  }

  /** Turns the Spanish label of each type of permit into a label in another language. */
  void translateTypes(String language) throws IOException {
    for (String type : TYPES) {
      String file = "types/" + type + ".yaml";
      city(file, city(file).replaceAll("\\bes: ", language + ": "));
    }
  }

  /** Returns a topic of the city, as the functions read it. */
  JsonNode topic(String name) throws IOException {
    return new ObjectMapper()
        .readTree(output.resolve("classes/org/permitportal/city").resolve(name + ".json").toFile());
  }

  /** Writes the contract, and a template with a function for each operation of the contract. */
  void contract(String text) throws IOException {
    Files.writeString(folder.resolve("openapi.yaml"), text);
    StringBuilder template = new StringBuilder("Resources:\n");
    Matcher operation = OPERATION_ID.matcher(text);
    while (operation.find()) {
      String id = operation.group(1);
      template.append("  ").append(id.substring(0, 1).toUpperCase(Locale.ROOT));
      template.append(id.substring(1)).append("Function:\n");
    }
    Files.createDirectories(folder.resolve("functions"));
    Files.writeString(folder.resolve("functions/accounts.yaml"), template);
  }

  /** Runs the checks. Returns the lines that they print; empty when there are no mistakes. */
  List<String> errors() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    boolean right;
    try (PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      right = Definitions.run(folder, output, stream);
    }
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    if (right != lines.isEmpty()) {
      throw new AssertionError("errors must be printed exactly if something is wrong: " + lines);
    }
    return lines;
  }

  /**
   * Returns the number of the line, counted from 1, in which a part of a text begins. The part must
   * occur exactly once.
   */
  static int lineOf(String text, String part) {
    int at = text.indexOf(part);
    if (at < 0 || text.indexOf(part, at + 1) >= 0) {
      throw new AssertionError("must occur once: " + part);
    }
    return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }
}
