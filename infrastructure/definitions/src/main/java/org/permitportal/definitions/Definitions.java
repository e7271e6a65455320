package org.permitportal.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Turns the contract and the city's file into the JSON that the functions' jar carries, so that no
 * function parses YAML. Nothing is written while a file has a mistake.
 */
public final class Definitions {
  private Definitions() {}

  /**
   * Stops the build (exit code 1) and prints one line for each mistake.
   *
   * @param arguments the infrastructure folder, then the module's {@code target} folder
   */
  public static void main(String[] arguments) throws IOException {
    // The validator logs through SLF4J. The build has no SLF4J provider, so silence the warning.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    if (!run(Path.of(arguments[0]), Path.of(arguments[1]), System.err)) {
      System.exit(1);
    }
  }

  /**
   * Checks {@code openapi.yaml} and the files of the city and of the sample city. When all are
   * right, writes {@code contract.json} and {@code city.json} for the jar, below {@code
   * classes/org/permitportal}. Beside the classes it writes {@code openapi.json}, which API Gateway
   * imports, and {@code sample-city.json}, which tests and the local run read.
   *
   * @param output the module's {@code target}
   * @return whether all files were right; if not, every mistake was printed with file and line
   */
  static boolean run(Path infrastructure, Path output, PrintStream errors) throws IOException {
    Path folder = infrastructure.toAbsolutePath().normalize();
    Problems problems = new Problems();
    Optional<YamlFile> contract = YamlFile.read(folder, "openapi.yaml", true, problems);
    CitySchema schema = new CitySchema(folder.resolve("city/city.schema.json"));
    Optional<YamlFile> city = city(folder, "city/city.yaml", schema, problems);
    Optional<YamlFile> sample = city(folder, "city/sample/city.yaml", schema, problems);
    JsonNode deployed = MissingNode.getInstance();
    if (contract.isPresent()) {
      new ContractRules(contract.get(), problems).check();
      deployed = new DeployedContract(contract.get(), folder.resolve("functions"), problems).make();
    }
    city.ifPresent(file -> new CityRules(file, problems).checkDeployed());
    if (!problems.isEmpty()) {
      problems.print(errors);
      return false;
    }
    Path to = Files.createDirectories(output.resolve("classes/org/permitportal"));
    write(to.resolve("contract.json"), PublicContract.of(deployed));
    Files.writeString(output.resolve("openapi.json"), deployed.toPrettyString() + "\n");
    write(to.resolve("city.json"), city.orElseThrow().root());
    write(output.resolve("sample-city.json"), sample.orElseThrow().root());
    return true;
  }

  /** Reads and checks a city's file; nothing when it can't be read at all. */
  static Optional<YamlFile> city(Path folder, String path, CitySchema schema, Problems problems)
      throws IOException {
    Optional<YamlFile> city = YamlFile.read(folder, path, false, problems);
    city.ifPresent(
        file -> {
          schema.check(file, problems);
          new CityRules(file, problems).check();
        });
    return city;
  }

  /** Members keep the order of the YAML file, so the same file always gives the same bytes. */
  private static void write(Path file, JsonNode json) throws IOException {
    Files.write(file, json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
