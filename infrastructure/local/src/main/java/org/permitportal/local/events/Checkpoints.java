package org.permitportal.local.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.permitportal.local.Json;

/**
 * Stores in a file the position up to which each shard was read, so that a restart continues there.
 */
public final class Checkpoints {
  private static final String DONE = "done";

  private final Path file;
  private final ObjectNode positions;

  public Checkpoints(Path file) throws IOException {
    this.file = file;
    this.positions =
        Files.exists(file) ? (ObjectNode) Json.read(Files.readAllBytes(file)) : Json.object();
  }

  synchronized String get(String shard) {
    return positions.path(shard).asText();
  }

  synchronized boolean isDone(String shard) {
    return get(shard).equals(DONE);
  }

  synchronized void done(String shard) {
    set(shard, DONE);
  }

  synchronized void set(String shard, String sequenceNumber) {
    positions.put(shard, sequenceNumber);
    try {
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.write(next, Json.bytes(positions));
      Files.move(next, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
