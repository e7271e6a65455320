package org.permitportal.platform;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the JSON that the build made from the city's file. */
@Factory
public class CityFile {
  private final String text;

  /**
   * Reads the text of the city's file.
   *
   * @param file the path of the JSON that the local run made from another city's file; null for the
   *     city in this jar
   */
  public CityFile(@Nullable @Property(name = "city.file") String file) throws IOException {
    this.text = file == null ? Definitions.CITY.text() : Files.readString(Path.of(file));
  }

  @Singleton
  City city(JsonMapper json) throws IOException {
    return json.readValue(text, City.class);
  }

  /** A tag for an {@code ETag}; it changes when the city's file does. */
  public String tag() {
    return Definitions.tag(text);
  }
}
