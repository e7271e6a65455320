package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The work that a function does before its SnapStart snapshot is taken, so that a restored copy
 * answers at full speed. Classes that read a table, the secret or the city's settings add a
 * harmless read. A class that must read a value again after a restore adds a step that forgets the
 * value. Requests cannot start this work.
 */
@Singleton
public class Priming {
  /**
   * How often the reads run before a snapshot. A few rounds are enough. With 1, 10, 50 and 200
   * rounds, the time from restore to answer was 34, 31, 30 and 35 ms for the median of 80
   * functions, and 103, 100, 88 and 86 ms for login. It was measured under the runtime interface
   * client.
   */
  public static final int ROUNDS = 25;

  /** A step of this work: a read, or a step that forgets a value. */
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

  /** Adds a read of something other than a table, such as the secret. */
  public void read(Step step) {
    reads.add(step);
  }

  /**
   * Adds a step that forgets a value, so that the function reads the value again after a restore.
   */
  public void forget(Step step) {
    forgets.add(step);
  }

  /** Keeps a CRaC resource in memory, because CRaC itself has only a weak reference to it. */
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

  /** Runs the steps that forget values. */
  public void forget() {
    forgets.forEach(Step::run);
  }
}
