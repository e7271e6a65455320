package org.permitportal.platform;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The JSON files that the build made from the city's folder, one for each topic. */
@Singleton
public class CityTopics {
  private final @Nullable Path folder;

  /**
   * @param folder the path of the topics that the local run shows; null for the city in this jar
   */
  public CityTopics(@Nullable @Property(name = "city.folder") String folder) {
    this.folder = folder == null ? null : Path.of(folder);
  }

  /** Reads the JSON of a topic. */
  String text(String topic) {
    return read(topic + ".json");
  }

  /** Reads a tag for an {@code ETag}; it changes when any of the city's settings does. */
  public String tag() {
    return read("tag");
  }

  private String read(String file) {
    try {
      return folder == null
          ? Definitions.read("city/" + file)
          : Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
