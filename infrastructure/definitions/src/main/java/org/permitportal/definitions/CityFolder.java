package org.permitportal.definitions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Another city's folder, as a local run can show it. It need not be fit to be deployed. */
public final class CityFolder {
  private CityFolder() {}

  /**
   * Checks the folder's {@code city.yaml} and writes it as JSON when it is right.
   *
   * @param infrastructure the repository's folder with {@code city/city.schema.json}
   * @param json the file to write
   * @return one line for each mistake, with file and line; none when the JSON was written
   */
  public static List<String> write(Path infrastructure, Path folder, Path json) throws IOException {
    Problems problems = new Problems();
    CitySchema schema = new CitySchema(infrastructure.resolve("city/city.schema.json"));
    Optional<YamlFile> city =
        Definitions.city(folder.toAbsolutePath().normalize(), "city.yaml", schema, problems);
    if (city.isPresent() && problems.isEmpty()) {
      Files.writeString(json, city.get().root().toString());
    }
    return problems.lines().toList();
  }
}
