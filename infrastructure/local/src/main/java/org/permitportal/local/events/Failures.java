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
 * Collects events that no retry could deliver: on AWS in a queue, here in a file, one on each line.
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

  /** Returns the failures of this run: {@code {time, function, condition, event}}. */
  public List<JsonNode> all() {
    return List.copyOf(all);
  }
}
