package org.permitportal.members;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.permitportal.platform.ProblemCode;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/** Writes that all happen or none, each with what it means when its condition doesn't hold. */
final class GuardedTransaction {
  private final Transaction writes = new Transaction();
  private final Map<Write, ProblemCode> refusals = new HashMap<>();

  /** Adds a write; of several that are refused, the first added says why. */
  GuardedTransaction with(Write write, ProblemCode refusal) {
    writes.with(write);
    refusals.put(write, refusal);
    return this;
  }

  /** Adds a write that nothing can refuse. */
  GuardedTransaction with(Write write) {
    writes.with(write);
    return this;
  }

  /** Nothing when all was written, else why nothing was. */
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
