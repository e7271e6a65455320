package org.permitportal.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Converts the contract and the city's files to JSON for the functions' jar, so that no function
 * parses YAML. Writes nothing when a file has a mistake.
 */
public final class Definitions {
  private Definitions() {}

  /**
   * Runs the checks and writes the JSON. If there are mistakes, prints one line for each mistake
   * and stops the build (exit code 1).
   *
   * @param arguments the path of the folder {@code infrastructure}, then that of the module's
   *     folder {@code target}
   */
  public static void main(String[] arguments) throws IOException {
    // The validator logs through SLF4J. The build has no SLF4J provider, so silence the warning.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    if (!run(Path.of(arguments[0]), Path.of(arguments[1]), System.err)) {
      System.exit(1);
    }
  }

  /**
   * Checks {@code openapi.yaml} and the folders of the city and of the sample city. When there are
   * no mistakes, writes the files of the output folder: {@code contract.json} and the city's
   * topics, below {@code classes/org/permitportal}, for the functions' jar; {@code openapi.json}
   * for API Gateway's import; and the folder {@code sample-city}, whose topics the tests and the
   * local run read.
   *
   * @param output the module's folder {@code target}
   * @return whether the files have no mistakes; each mistake was printed with file and line
   */
  static boolean run(Path infrastructure, Path output, PrintStream errors) throws IOException {
    Path folder = infrastructure.toAbsolutePath().normalize();
    Problems problems = new Problems();
    Optional<YamlFile> contract = YamlFile.read(folder, "openapi.yaml", true, problems);
    Path schemas = folder.resolve("city");
    CityFolder city = CityFolder.read(folder, "city/", schemas, problems);
    CityFolder sample = CityFolder.read(folder, "city/sample/", schemas, problems);
    JsonNode deployed = MissingNode.getInstance();
    if (contract.isPresent()) {
      new ContractRules(contract.get(), problems).check();
      deployed = new DeployedContract(contract.get(), folder.resolve("functions"), problems).make();
    }
    city.checkDeployed();
    if (!problems.isEmpty()) {
      problems.print(errors);
      return false;
    }
    Path to = Files.createDirectories(output.resolve("classes/org/permitportal"));
    Files.writeString(to.resolve("contract.json"), PublicContract.of(deployed).toString());
    Files.writeString(output.resolve("openapi.json"), deployed.toPrettyString() + "\n");
    city.writeTo(to.resolve("city"));
    sample.writeTo(output.resolve("sample-city"));
    return true;
  }
}
