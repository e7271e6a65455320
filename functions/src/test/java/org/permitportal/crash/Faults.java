package org.permitportal.crash;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Makes the n-th AWS call of a function fail once: before it has an effect, or after. A function's
 * thread has its name. The SDK finds this class as it finds {@code AwsCalls}.
 */
public final class Faults implements ExecutionInterceptor {
  private static volatile @Nullable Plan plan;

  /** On which side of its effect a call fails. */
  enum When {
    BEFORE,
    AFTER
  }

  /** What is to fail, and the calls seen since. */
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

  /** Begins; only one plan at a time. */
  static Plan plan(String function, int call, When when) {
    Plan next = new Plan(function, call, when);
    plan = next;
    return next;
  }

  /** Nothing fails any more. */
  static void end() {
    plan = null;
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
    Plan current = plan;
    if (current != null) {
      current.at(
          now,
          attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)
              + " "
              + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }
  }
}
