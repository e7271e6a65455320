package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The work that a function does before its SnapStart snapshot is taken, so that the restored copy
 * answers at full speed. A table and the secret add a harmless read when a function uses them. A
 * class that holds something that must not outlive a snapshot adds a step that forgets it. No
 * request can reach any of this.
 */
@Singleton
public class Priming {
  /**
   * The number of rounds; a few are enough. Measured under the runtime interface client, from
   * restore to answer, median of 80 functions: 34, 31, 30 and 35 ms with 1, 10, 50 and 200 rounds;
   * login 103, 100, 88 and 86 ms.
   */
  public static final int ROUNDS = 25;

  /** A step of the work before a snapshot: a read, or forgetting something. */
  public interface Step {
    void run();
  }

  private final List<Step> reads = new ArrayList<>();
  private final List<Step> forgets = new ArrayList<>();
  private final List<Object> kept = new ArrayList<>();
  private @Nullable String table;
  private @Nullable Step tableRead;

  /**
   * Adds a read of a table that looks for no real item. Of several tables, only the one whose name
   * comes first in the alphabet is read. One is enough, because all tables are read through one
   * client, and a function needs the permission for that read. The order in which classes are made
   * differs from build to build, so it can't decide.
   */
  public void readTable(String name, Step step) {
    if (table == null || name.compareTo(table) < 0) {
      table = name;
      tableRead = step;
    }
  }

  /** Adds a read that needs no table, such as that of the secret. */
  public void read(Step step) {
    reads.add(step);
  }

  /** Adds a step that forgets what was read, so that it is read again after a restore. */
  public void forget(Step step) {
    forgets.add(step);
  }

  /** Keeps a resource in memory, because CRaC keeps only weak references to its resources. */
  public void keep(Object resource) {
    kept.add(resource);
  }

  /** Runs one round of reads. */
  public void run() {
    if (tableRead != null) {
      tableRead.run();
    }
    reads.forEach(Step::run);
  }

  /** Forgets what was read. */
  public void forget() {
    forgets.forEach(Step::run);
  }
}
