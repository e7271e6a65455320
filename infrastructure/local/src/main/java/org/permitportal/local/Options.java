package org.permitportal.local;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a local run.
 *
 * @param root the repository's folder, which contains template.yaml
 * @param data the folder for all data; null for a temporary folder, which is deleted at the end
 * @param port the port, or 0 for any free one
 * @param clock the clock of functions, tokens and schedules
 * @param fresh whether to delete earlier data first
 * @param schedules whether the template's schedules start functions; tests call these functions
 *     themselves
 * @param parameters values of template parameters, which replace the parameters' defaults
 * @param city the folder of the city to show, or null for the sample city
 */
public record Options(
    Path root,
    @Nullable Path data,
    int port,
    Clock clock,
    boolean fresh,
    boolean schedules,
    Map<String, String> parameters,
    @Nullable Path city) {

  /** Returns options for tests: on a free port, without schedules and without lasting data. */
  public static Options forTests(Path root, Clock clock) {
    return new Options(root, null, 0, clock, false, false, Map.of(), null);
  }

  public Options withData(Path folder) {
    return new Options(root, folder, port, clock, fresh, schedules, parameters, city);
  }

  public Options withParameters(Map<String, String> values) {
    return new Options(root, data, port, clock, fresh, schedules, values, city);
  }

  public Options withFresh() {
    return new Options(root, data, port, clock, true, schedules, parameters, city);
  }

  public Options withCity(Path folder) {
    return new Options(root, data, port, clock, fresh, schedules, parameters, folder);
  }
}
