package org.permitportal.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that stores all data of the local run. Only one run can use it at a time. */
final class DataFolder implements AutoCloseable {
  private static final String LOCK = "lock";

  private final Path path;
  private final boolean kept;
  private final FileChannel lock;

  private DataFolder(Path path, boolean kept, FileChannel lock) {
    this.path = path;
    this.kept = kept;
    this.lock = lock;
  }

  /**
   * Opens the folder. Creates it when it does not exist.
   *
   * @param folder null for a temporary folder, which is deleted when the run ends
   * @param fresh whether to delete earlier data first
   * @throws Fault when another run uses the folder
   */
  static DataFolder open(@Nullable Path folder, boolean fresh) throws IOException {
    Path path = folder == null ? Files.createTempDirectory("portal") : folder;
    Files.createDirectories(path);
    FileChannel lock =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock.tryLock() == null) {
        throw new OverlappingFileLockException();
      }
    } catch (OverlappingFileLockException e) {
      lock.close();
      throw new Fault("another portal runs on " + path + ": stop it or give another --data", e);
    }
    DataFolder data = new DataFolder(path, folder != null, lock);
    if (fresh) {
      data.clear();
    }
    return data;
  }

  /**
   * Checks that the folder's data belong to this city. The first call writes the city to a file in
   * the folder.
   *
   * @param city the city's place and state, which do not change with other settings
   * @throws Fault when the data belong to another city
   */
  void belongsTo(String city) throws IOException {
    Path note = path.resolve("city-name");
    if (!Files.exists(note)) {
      Files.writeString(note, city);
    }
    String noted = Files.readString(note);
    if (!noted.equals(city)) {
      throw new Fault(
          "%s has data of %s, not of %s: give another --data, or --fresh to delete them"
              .formatted(path, noted, city));
    }
  }

  Path path() {
    return path;
  }

  Path file(String name) {
    return path.resolve(name);
  }

  @Nullable Path keptFolder(String name) {
    return kept ? path.resolve(name) : null;
  }

  private void clear() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(path) && !file.equals(path.resolve(LOCK))) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (!kept) {
      clear();
    }
    lock.close();
    if (!kept) {
      Files.delete(path.resolve(LOCK));
      Files.delete(path);
    }
  }
}
