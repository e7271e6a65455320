package org.permitportal.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Loads sample data on the first start, by the portal's own operations. A marker file in the data
 * folder records that it is done. If loading fails, the next start repeats it on an empty folder.
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
   * Reads the folder's markers. Create this before anything starts to use the folder.
   *
   * @param city the folder of the city that has the steps, or null for the sample city
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

  /** Returns whether an earlier start failed halfway, so the folder has to be emptied. */
  boolean failedBefore() {
    return failedBefore;
  }

  /**
   * Runs the sample's steps if the data folder was empty.
   *
   * @return the lines that the sample prints at every start, such as its sign-ins
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
   * Returns the name of the file of steps for messages: relative to the repository's folder when it
   * lies in it.
   */
  private String name() {
    return (steps.startsWith(root) ? root.relativize(steps) : steps).toString();
  }
}
