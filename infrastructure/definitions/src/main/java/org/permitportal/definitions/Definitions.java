package org.permitportal.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Turns the contract and the city's file into the JSON that the functions' jar carries, so that no
 * function parses YAML. Nothing is written while either file has a mistake.
 */
public final class Definitions {
  private Definitions() {}

  /**
   * Stops the build (exit code 1) with one line a mistake.
   *
   * @param arguments the infrastructure folder, then the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    // The validator logs through slf4j, of which a build has no provider to complain about.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    if (!run(Path.of(arguments[0]), Path.of(arguments[1]), System.err)) {
      System.exit(1);
    }
  }

  /**
   * Checks {@code openapi.yaml} and {@code city/city.yaml} and, when both are right, writes {@code
   * org/permitportal/contract.json} and {@code org/permitportal/city.json}.
   *
   * @return whether both files were right; if not, every mistake was printed with file and line
   */
  static boolean run(Path infrastructure, Path output, PrintStream errors) throws IOException {
    Path folder = infrastructure.toAbsolutePath().normalize();
    Problems problems = new Problems();
    Optional<YamlFile> contract = YamlFile.read(folder, "openapi.yaml", true, problems);
    Optional<YamlFile> city = YamlFile.read(folder, "city/city.yaml", false, problems);
    contract.ifPresent(file -> new ContractRules(file, problems).check());
    if (city.isPresent()) {
      new CitySchema(folder.resolve("city/city.schema.json")).check(city.get(), problems);
      new CityRules(city.get(), problems).check();
    }
    if (!problems.isEmpty()) {
      problems.print(errors);
      return false;
    }
    Path to = Files.createDirectories(output.resolve("org/permitportal"));
    write(to.resolve("contract.json"), PublicContract.of(contract.orElseThrow().root()));
    write(to.resolve("city.json"), city.orElseThrow().root());
    return true;
  }

  /** The members keep the order of the YAML file: the same file gives the same bytes. */
  private static void write(Path file, JsonNode json) throws IOException {
    Files.write(file, json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
