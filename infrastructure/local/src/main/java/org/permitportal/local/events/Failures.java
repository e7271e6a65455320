package org.permitportal.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.permitportal.local.Json;

/**
 * Collects the events that no retry could deliver. It stores them in a file, one event on each
 * line. On AWS they go to a queue.
 */
public final class Failures {
  private final Path file;
  private final Clock clock;
  private final List<JsonNode> all = new CopyOnWriteArrayList<>();

  public Failures(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  synchronized void add(String function, JsonNode event, String why) {
    ObjectNode line = Json.object().put("time", clock.instant().toString());
    line.put("function", function).put("condition", why).set("event", event);
    all.add(line);
    System.err.println(function + ": given up, see " + file.getFileName() + " (" + why + ")");
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the failures of this run. Each has the members {@code {time, function, condition,
   * event}}.
   */
  public List<JsonNode> all() {
    return List.copyOf(all);
  }
}
