package org.permitportal.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON files that the build makes from the city's folder and from the contract. */
public enum Definitions {
  CONTRACT("contract.json");

  private final String text;

  Definitions(String file) {
    try {
      this.text = read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(String file) throws IOException {
    try (InputStream in = Definitions.class.getResourceAsStream("/org/permitportal/" + file)) {
      if (in == null) {
        throw new IllegalStateException("No " + file + ": the build makes it");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Returns the JSON text. */
  public String text() {
    return text;
  }

  /** Returns a tag for the {@code ETag} header. The tag changes when the text changes. */
  public String tag() {
    return Ids.hash(text).substring(0, 32);
  }
}
