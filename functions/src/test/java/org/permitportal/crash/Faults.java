package org.permitportal.crash;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.permitportal.journey.PerLocalRun;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Makes the n-th AWS call of a function fail once, before or after the call's effect. A function's
 * thread has the function's name. The SDK finds this class in the same way as {@code AwsCalls}.
 */
public final class Faults implements ExecutionInterceptor {
  private static final PerLocalRun<AtomicReference<@Nullable Plan>> PLAN =
      PerLocalRun.of(AtomicReference::new);

  /** When a call fails: before or after its effect. */
  enum When {
    BEFORE,
    AFTER
  }

  /** The call that must fail, and the calls since the plan began. */
  static final class Plan {
    private final String function;
    private final int call;
    private final When when;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private boolean struck;

    private Plan(String function, int call, When when) {
      this.function = function;
      this.call = call;
      this.when = when;
    }

    List<String> seen() {
      return List.copyOf(seen);
    }

    boolean struck() {
      return struck;
    }

    private synchronized void at(When now, String what) {
      if (!Thread.currentThread().getName().equals(function) || struck) {
        return;
      }
      if (now == When.BEFORE) {
        seen.add(what);
      }
      if (seen.size() == call && now == when) {
        struck = true;
        throw SdkClientException.create("Planned");
      }
    }
  }

  /** Begins a plan. A local run has only one plan at a time. */
  static Plan plan(String function, int call, When when) {
    Plan next = new Plan(function, call, when);
    PLAN.get().set(next);
    return next;
  }

  /** Ends the plan: no more calls fail. */
  static void end() {
    PLAN.get().set(null);
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    at(When.BEFORE, attributes);
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    at(When.AFTER, attributes);
  }

  private static void at(When now, ExecutionAttributes attributes) {
    Plan current = PLAN.find().map(AtomicReference::get).orElse(null);
    if (current != null) {
      current.at(
          now,
          attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)
              + " "
              + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }
  }
}
