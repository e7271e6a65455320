package org.permitportal.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads and checks a city's folder. It has the file {@code city.yaml}, and in {@code types} a file
 * for each type of permit. Each kind of file has a JSON schema. The settings are written as topics,
 * one JSON file for each topic, so that a function parses only the topics that it uses.
 */
public final class CityFolder {
  private static final String CITY = "city";
  private static final String TYPES = "types";
  private static final int MOST_TYPES = 33;

  /**
   * The names, without {@code .yaml}, of the files that lie directly in the folder. Each file is
   * required. Its schema and its topic have the same name.
   */
  private static final List<String> FILES = List.of(CITY);

  /**
   * The sections of {@code city.yaml} that become separate topics. The other sections form the
   * topic {@code city}.
   */
  private static final List<String> SECTIONS =
      List.of("terms", "registration", "accounts", "security", "files", "licenses", "permits");

  /** The place of a permit status in the schema of {@code city.yaml}. */
  private static final String PERMIT_STATUS =
      "/properties/permits/properties/statuses/items/properties/status";

  /**
   * The file with the steps that load sample data into a local run. {@code local.Sample} reads it.
   */
  private static final String STEPS = "requests.yaml";

  private final Path base;
  private final String inside;
  private final Problems problems;
  private final Map<String, YamlFile> files = new TreeMap<>();
  private final List<YamlFile> types = new ArrayList<>();

  private CityFolder(Path base, String inside, Problems problems) {
    this.base = base;
    this.inside = inside;
    this.problems = problems;
  }

  /**
   * Checks the folder of a city that the local run is to show, and writes its topics when it has no
   * mistakes. Does not check the rules for deployed cities.
   *
   * @param infrastructure the repository's folder {@code infrastructure}, which contains {@code
   *     city/*.schema.json}
   * @param folder the city's folder
   * @param topics the folder for the JSON files
   * @return one text for each mistake, with the file's name and the line; empty when the topics
   *     were written
   */
  public static List<String> write(Path infrastructure, Path folder, Path topics)
      throws IOException {
    Problems problems = new Problems();
    CityFolder city =
        read(folder.toAbsolutePath().normalize(), "", infrastructure.resolve(CITY), problems);
    if (problems.isEmpty()) {
      city.writeTo(topics);
    }
    return problems.lines().toList();
  }

  /**
   * Reads and checks all files of a city's folder.
   *
   * @param base the folder to which the files' names in messages are relative
   * @param inside the path from {@code base} to the city's folder: empty, or with a slash at the
   *     end
   * @param schemas the folder of the schemas, {@code infrastructure/city}
   */
  static CityFolder read(Path base, String inside, Path schemas, Problems problems)
      throws IOException {
    CityFolder city = new CityFolder(base, inside, problems);
    city.readFiles(schemas);
    city.readTypes(new CitySchema(schemas, TYPES));
    YamlFile settings = city.files.get(CITY);
    if (settings != null) {
      new CityRules(settings, problems).check(new CitySchema(schemas, CITY).values(PERMIT_STATUS));
      new LanguageRules(settings, schemas.resolve("../../messages"), problems).check();
      List<String> languages = new ArrayList<>();
      settings.root().path("languages").forEach(language -> languages.add(language.asText()));
      TextRules texts = new TextRules(languages, problems);
      city.files.values().forEach(texts::check);
      city.types.forEach(texts::check);
    }
    return city;
  }

  private void readFiles(Path schemas) throws IOException {
    for (String name : FILES) {
      CitySchema schema = new CitySchema(schemas, name);
      yaml(name + ".yaml", schema).ifPresent(file -> files.put(name, file));
    }
    for (String name : names("", file -> file.matches(".+\\.ya?ml"))) {
      if (!name.equals(STEPS) && !FILES.contains(name.replaceFirst("\\.yaml$", ""))) {
        unknown(name);
      }
    }
  }

  private void readTypes(CitySchema schema) throws IOException {
    List<String> names = names(TYPES, _ -> true);
    for (String name : names) {
      String path = TYPES + "/" + name;
      if (name.endsWith(".yaml")) {
        yaml(path, schema).ifPresent(types::add);
      } else {
        unknown(path);
      }
    }
    if (names.isEmpty() || names.size() > MOST_TYPES) {
      problem(TYPES, "must have 1 to " + MOST_TYPES + " files, one for each type of permit");
    }
    Once keys = new Once(problems);
    Once prefixes = new Once(problems);
    for (YamlFile type : types) {
      keys.add(type, "key", type.root().path("key"), "key '");
      prefixes.add(type, "prefix", type.root().path("prefix"), "prefix '");
    }
  }

  private Optional<YamlFile> yaml(String path, CitySchema schema) throws IOException {
    Optional<YamlFile> file = YamlFile.read(base, inside + path, false, problems);
    file.ifPresent(found -> schema.check(found, problems));
    return file;
  }

  /**
   * Returns the names of a folder's files, without hidden files. They are sorted, so that the types
   * always have the same order.
   */
  private List<String> names(String folder, Predicate<String> wanted) throws IOException {
    Path path = base.resolve(inside).resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(Files::isRegularFile)
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.startsWith(".") && wanted.test(name))
          .sorted()
          .toList();
    }
  }

  private void unknown(String path) {
    String known = String.join(".yaml, ", FILES) + ".yaml and " + TYPES + "/*.yaml";
    problem(path, "is not known: a city's settings are in " + known);
  }

  private void problem(String path, String text) {
    problems.add(base.getFileName() + "/" + inside + path, 0, "", text);
  }

  /** Checks the rules that apply only to a deployed city. */
  void checkDeployed() {
    YamlFile settings = files.get(CITY);
    if (settings != null) {
      new CityRules(settings, problems).checkDeployed();
    }
  }

  /**
   * Writes one JSON file for each topic, and the file {@code tag}. The tag changes when a topic
   * changes. Call this method only when no problems were found.
   */
  void writeTo(Path topics) throws IOException {
    Files.createDirectories(topics);
    for (Map.Entry<String, JsonNode> topic : topics().entrySet()) {
      Files.writeString(topics.resolve(topic.getKey() + ".json"), topic.getValue().toString());
    }
    Files.writeString(topics.resolve("tag"), tag(topics().toString()));
  }

  private static String tag(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns the topics by name. Members keep the order of the YAML files, so the same files always
   * give the same bytes.
   */
  private Map<String, JsonNode> topics() {
    Map<String, JsonNode> topics = new TreeMap<>();
    files.forEach((name, file) -> topics.put(name, file.root()));
    ObjectNode city = Objects.requireNonNull(topics.get(CITY)).deepCopy();
    SECTIONS.forEach(section -> topics.put(section, city.remove(section)));
    topics.put(CITY, city);
    List<JsonNode> roots = types.stream().map(YamlFile::root).toList();
    topics.put(TYPES, JsonNodeFactory.instance.arrayNode().addAll(roots));
    return topics;
  }
}
