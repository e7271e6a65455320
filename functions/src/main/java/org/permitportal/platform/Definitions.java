package org.permitportal.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON files that the build makes from the city's file and from the contract. */
public enum Definitions {
  CITY("city.json"),
  CONTRACT("contract.json");

  private final String text;

  Definitions(String file) {
    try (InputStream in = Definitions.class.getResourceAsStream("/org/permitportal/" + file)) {
      if (in == null) {
        throw new IllegalStateException("No " + file + ": the build makes it");
      }
      this.text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JSON text. */
  public String text() {
    return text;
  }

  /** A tag for an {@code ETag}; it changes when the text does. */
  public String tag() {
    return tag(text);
  }

  static String tag(String text) {
    return Ids.hash(text).substring(0, 32);
  }
}
