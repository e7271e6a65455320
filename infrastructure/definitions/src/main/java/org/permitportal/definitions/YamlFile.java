package org.permitportal.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A YAML file, converted to JSON. It knows the line of every place.
 *
 * @param name the file name shown to people, such as {@code infrastructure/city/city.yaml}
 * @param lines the line of each place, counted from 1
 */
record YamlFile(String name, JsonNode root, Map<String, Integer> lines) {
  private static final int LARGEST = 16 * 1024 * 1024;

  /**
   * Reads a YAML file.
   *
   * @param path the file's path, relative to the folder
   * @param strict whether to report words that YAML 1.1 readers understand differently; true for
   *     files that other programs read too
   * @return the file, or empty when it cannot be read; then a problem says why
   */
  static Optional<YamlFile> read(Path folder, String path, boolean strict, Problems problems)
      throws IOException {
    String name = folder.getFileName() + "/" + path;
    Path file = folder.resolve(path);
    if (!Files.isRegularFile(file)) {
      problems.add(name, 0, "", "there is no such file");
      return Optional.empty();
    }
    String text;
    try {
      byte[] bytes = Files.readAllBytes(file);
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      problems.add(name, 0, "", "is not UTF-8 text");
      return Optional.empty();
    }
    return parse(name, text, strict, problems);
  }

  private static Optional<YamlFile> parse(
      String name, String text, boolean strict, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    try {
      StreamReader reader = new StreamReader(text);
      Node node =
          new Composer(new ParserImpl(reader, options), new CoreTypes(), options).getSingleNode();
      if (node == null) {
        problems.add(name, 0, "", "is empty");
        return Optional.empty();
      }
      YamlToJson conversion = new YamlToJson(name, strict, problems);
      return Optional.of(new YamlFile(name, conversion.convert(node), conversion.lines()));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      String context = e.getContext() == null ? "" : " (" + e.getContext() + ")";
      problems.add(name, line, "", "is not YAML: " + e.getProblem() + context);
    } catch (ReaderException e) {
      String before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
      int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
      String character = "U+%04X".formatted(e.getCodePoint());
      problems.add(name, line, "", "is not YAML: the character " + character + " is not allowed");
    }
    return Optional.empty();
  }

  /**
   * Returns the line of a place. If its line is unknown, returns the line of the nearest place that
   * contains it.
   */
  int line(String place) {
    String at = place;
    while (!lines.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    return lines.getOrDefault(at, 1);
  }

  void problem(Problems problems, String place, String text) {
    problems.add(name, line(place), place, text);
  }
}
