package org.permitportal.definitions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Turns the contract and the city's file into the JSON that the functions' jar carries. */
public final class Definitions {
  private Definitions() {}

  /**
   * @param arguments the infrastructure folder, then the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    Path to = Path.of(arguments[1]);
    Files.createDirectories(to);
  }
}
