package org.permitportal.members;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.permitportal.platform.ProblemCode;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/** A transaction whose writes each name the problem to report when their condition fails. */
final class GuardedTransaction {
  private final Transaction writes = new Transaction();
  private final Map<Write, ProblemCode> refusals = new HashMap<>();

  /** Adds a write with its problem. If several writes are refused, the one added first decides. */
  GuardedTransaction with(Write write, ProblemCode refusal) {
    writes.with(write);
    refusals.put(write, refusal);
    return this;
  }

  /** Adds a write without a condition, which nothing can refuse. */
  GuardedTransaction with(Write write) {
    writes.with(write);
    return this;
  }

  /** Runs the writes. Returns empty when all were written, or the reason why none was. */
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
