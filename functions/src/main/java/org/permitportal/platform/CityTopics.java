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
   * @param folder the folder of the topics, set by the local run and by tests; null to read the
   *     topics in this jar
   */
  public CityTopics(@Nullable @Property(name = "city.folder") String folder) {
    this.folder = folder == null ? null : Path.of(folder);
  }

  /** Returns a topic's JSON text. */
  String text(String topic) {
    return read(topic + ".json");
  }

  /**
   * Returns a tag for the {@code ETag} header. The tag changes when one of the city's settings
   * changes.
   */
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
