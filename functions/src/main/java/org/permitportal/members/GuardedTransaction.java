package org.permitportal.members;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.permitportal.platform.ProblemCode;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/**
 * A transaction that has a problem code for each of its writes. The code tells what to report when
 * the write's condition fails.
 */
final class GuardedTransaction {
  private final Transaction writes = new Transaction();
  private final Map<Write, ProblemCode> refusals = new HashMap<>();

  /**
   * Adds a write with its problem code. If several writes are refused, the code of the first of
   * these writes is reported.
   */
  GuardedTransaction with(Write write, ProblemCode refusal) {
    writes.with(write);
    refusals.put(write, refusal);
    return this;
  }

  /** Adds a write that has no condition, and so is never refused. */
  GuardedTransaction with(Write write) {
    writes.with(write);
    return this;
  }

  /**
   * Runs the writes. Returns empty when all were written; otherwise nothing was written, and it
   * returns the problem code.
   */
  Optional<ProblemCode> run() {
    List<Write> refused = writes.run();
    if (refused.isEmpty()) {
      return Optional.empty();
    }
    ProblemCode refusal = refusals.get(refused.getFirst());
    if (refusal == null) {
      throw new IllegalStateException("A write without a condition was refused");
    }
    return Optional.of(refusal);
  }
}
