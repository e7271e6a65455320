package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * What a function does before its SnapStart snapshot is taken, so that the restored copy answers at
 * full speed: the tables and the secret that were asked for add a harmless read; those that hold
 * something that must not outlive a snapshot add how to forget it. Nothing of it can be reached by
 * a request.
 */
@Singleton
public class Priming {
  /** Enough for the JIT to compile the way of a request. */
  public static final int ROUNDS = 200;

  /** Something done once a round. */
  public interface Step {
    void run();
  }

  private final List<Step> reads = new ArrayList<>();
  private final List<Step> secrets = new ArrayList<>();
  private final List<Object> kept = new ArrayList<>();
  private int rounds;

  /** Adds a read of nothing real. */
  public void read(Step step) {
    reads.add(step);
  }

  /** Adds how to forget what was read, so that it is read anew after a restore. */
  public void forget(Step step) {
    secrets.add(step);
  }

  /** CRaC keeps only weak references to its resources. */
  public void keep(Object resource) {
    kept.add(resource);
  }

  /** One round: the next of the reads in turn, which all go the same way through the client. */
  public void run() {
    if (!reads.isEmpty()) {
      reads.get(rounds++ % reads.size()).run();
    }
  }

  /** Forgets. */
  public void forget() {
    secrets.forEach(Step::run);
  }
}
