package org.permitportal.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sample data of a first start, brought in by the portal's own operations. A marker in the data
 * folder says whether that is done; a run that failed is begun again on an empty folder.
 */
final class Sample {
  private static final String STEPS = "infrastructure/city/sample/requests.yaml";

  private final Path root;
  private final Path begun;
  private final Path done;
  private final boolean wanted;
  private final boolean failedBefore;

  /** Looks at the folder; to be made before anything has started on it. */
  Sample(Path root, Path data, boolean fresh) {
    this.root = root;
    this.begun = data.resolve("sample-begun");
    this.done = data.resolve("sample-done");
    this.failedBefore = Files.exists(begun) && !Files.exists(done);
    boolean empty = fresh || !Files.exists(data.resolve("dynamodb"));
    this.wanted = (empty || failedBefore) && Files.exists(root.resolve(STEPS));
  }

  /** Whether half a sample lies in the folder, which has to be forgotten. */
  boolean failedBefore() {
    return failedBefore;
  }

  /**
   * Runs the steps when they are wanted.
   *
   * @return what the sample wants said at every start, such as its sign-ins
   */
  List<String> signIns(PortalStack stack, Consumer<String> progress) throws IOException {
    if (wanted) {
      Files.writeString(begun, "");
      List<String> lines = new SampleSteps(root, STEPS, stack, progress).run();
      Files.write(done, lines);
    }
    return Files.exists(done) ? Files.readAllLines(done) : List.of();
  }
}
