package org.permitportal.local;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the app is to run.
 *
 * @param root the repository, where template.yaml is
 * @param data the folder that keeps everything, or null to keep nothing
 * @param port 0 for any that is free
 * @param clock what functions, tokens and schedules go by
 * @param fresh forgets what the folder holds
 * @param schedules whether the template's schedules run; a test calls their functions itself
 * @param parameters values for the template's parameters, instead of their defaults
 */
public record Options(
    Path root,
    @Nullable Path data,
    int port,
    Clock clock,
    boolean fresh,
    boolean schedules,
    Map<String, String> parameters) {

  /** In memory, on a free port, without schedules. */
  public static Options forTests(Path root, Clock clock) {
    return new Options(root, null, 0, clock, false, false, Map.of());
  }

  public Options withData(Path folder) {
    return new Options(root, folder, port, clock, fresh, schedules, parameters);
  }

  public Options withParameters(Map<String, String> values) {
    return new Options(root, data, port, clock, fresh, schedules, values);
  }

  public Options withFresh() {
    return new Options(root, data, port, clock, true, schedules, parameters);
  }
}
