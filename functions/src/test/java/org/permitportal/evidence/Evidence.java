package org.permitportal.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Records facts about the portal during the tests. Tests run in several JVMs, and the build checks
 * all records together at the end. So records are stored in files, one for each JVM and each kind
 * of record.
 */
public final class Evidence {
  /** The answers that occurred, as {@code operationId status}. */
  public static final Evidence ANSWERS = new Evidence("answers");

  /** The logical ids of the functions that were called. */
  public static final Evidence CALLS = new Evidence("calls");

  /** The functions' uses of AWS, as {@code function action resource}. */
  public static final Evidence USES = new Evidence("uses");

  /** The folder of the records. The build gives all its JVMs the same folder. */
  private static final Path FOLDER =
      Path.of(System.getProperty("evidence", "target/evidence/" + ProcessHandle.current().pid()));

  private final String kind;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  private Evidence(String kind) {
    this.kind = kind;
  }

  /** Records a line, unless this JVM has recorded it before. */
  public void add(String line) {
    if (seen.add(line)) {
      synchronized (this) {
        try {
          Files.createDirectories(FOLDER);
          Files.writeString(
              FOLDER.resolve(kind + "." + ProcessHandle.current().pid()),
              line + "\n",
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** Returns all lines that the JVMs of this build have recorded so far. */
  public Set<String> all() {
    Set<String> lines = new TreeSet<>();
    if (Files.isDirectory(FOLDER)) {
      try (Stream<Path> files = Files.list(FOLDER)) {
        for (Path file :
            files.filter(f -> f.getFileName().toString().startsWith(kind + ".")).toList()) {
          lines.addAll(Files.readAllLines(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return lines;
  }
}
