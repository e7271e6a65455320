package org.permitportal.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Loads sample data on the first start, through the portal's own operations. A marker file in the
 * data folder records that the loading is complete. If loading fails, the next start deletes the
 * data and loads again.
 */
final class Sample {
  private static final String SAMPLE_CITY = "infrastructure/city/sample";
  private static final String STEPS = "requests.yaml";

  private final Path root;
  private final Path steps;
  private final Path begun;
  private final Path done;
  private final boolean wanted;
  private final boolean failedBefore;

  /**
   * Reads the marker files of the data folder. Call this before any part of the run uses the
   * folder.
   *
   * @param city the folder of the city with the file of steps, or null for the sample city
   */
  Sample(Path root, Path data, @Nullable Path city, boolean fresh) {
    this.root = root;
    this.steps = (city == null ? root.resolve(SAMPLE_CITY) : city).resolve(STEPS);
    this.begun = data.resolve("sample-begun");
    this.done = data.resolve("sample-done");
    this.failedBefore = Files.exists(begun) && !Files.exists(done);
    boolean empty = fresh || !Files.exists(data.resolve("dynamodb"));
    this.wanted = (empty || failedBefore) && Files.exists(steps);
  }

  /**
   * Returns whether an earlier start failed while it loaded sample data. Then the data folder must
   * be emptied.
   */
  boolean failedBefore() {
    return failedBefore;
  }

  /**
   * Loads the sample data if the data folder was empty.
   *
   * @return the lines to print at every start, such as the sample's users and passwords
   */
  List<String> signIns(PortalStack stack, Consumer<String> progress) throws IOException {
    if (wanted) {
      Files.writeString(begun, "");
      List<String> lines = new SampleSteps(root, name(), stack, progress).run();
      Files.write(done, lines);
    }
    return Files.exists(done) ? Files.readAllLines(done) : List.of();
  }

  /**
   * Returns the name of the file of steps for messages. The name is relative to the repository's
   * folder if the file is in that folder.
   */
  private String name() {
    return (steps.startsWith(root) ? root.relativize(steps) : steps).toString();
  }
}
