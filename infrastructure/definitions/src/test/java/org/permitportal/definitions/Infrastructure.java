package org.permitportal.definitions;

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

/** A copy of the real infrastructure folder's files in which tests make mistakes. */
record Infrastructure(Path folder, Path output) {
  static final Path REAL = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern OPERATION_ID = Pattern.compile("operationId: (\\w+)");

  static Infrastructure copiedTo(Path temporary) throws IOException {
    Path folder = temporary.resolve("infrastructure");
    Files.createDirectories(folder.resolve("city/sample"));
    for (String file : List.of("city/sample/city.yaml", "city/city.schema.json")) {
      Files.copy(REAL.resolve(file), folder.resolve(file));
    }
    // The sample as a city would deploy it: a city's own file may say what it likes.
    String sample = Files.readString(folder.resolve("city/sample/city.yaml"));
    Files.writeString(
        folder.resolve("city/city.yaml"),
        sample.replace("memoryKiB: 64", "memoryKiB: 19456").replace("passes: 1", "passes: 2"));
    return new Infrastructure(folder, temporary.resolve("output"));
  }

  String city() throws IOException {
    return Files.readString(folder.resolve("city/city.yaml"));
  }

  void city(String text) throws IOException {
    Files.writeString(folder.resolve("city/city.yaml"), text);
  }

  /** Writes the contract, and a template that has its operations' functions. */
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

  /** The lines printed; none if all is right. */
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

  /** The only line that holds this text, counted from 1. */
  static int lineOf(String text, String part) {
    int at = text.indexOf(part);
    if (at < 0 || text.indexOf(part, at + 1) >= 0) {
      throw new AssertionError("must occur once: " + part);
    }
    return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }
}
