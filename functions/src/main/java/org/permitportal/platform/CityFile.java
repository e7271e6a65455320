package org.permitportal.platform;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads what the build made of the city's file. */
@Factory
public class CityFile {
  private final String text;

  /**
   * @param file what the local run has made of another city's file; null for the city of this jar
   */
  public CityFile(@Nullable @Property(name = "city.file") String file) throws IOException {
    this.text = file == null ? Definitions.CITY.text() : Files.readString(Path.of(file));
  }

  @Singleton
  City city(JsonMapper json) throws IOException {
    return json.readValue(text, City.class);
  }

  /** Changes when the city's file does: for an {@code ETag}. */
  public String tag() {
    return Definitions.tag(text);
  }
}
