package org.permitportal.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Limits the total time that a request waits for AWS. Without this limit, many slow calls could
 * last longer than the function's timeout, and the client would get no explanation. After the
 * deadline no new call to AWS begins, and the request ends with a 503.
 */
public final class RequestDeadline {
  /**
   * The time from a request's start to its deadline. The last call to AWS may end after the
   * deadline, but within the function's timeout of 20 seconds.
   */
  private static final Duration WHOLE = Duration.ofSeconds(10);

  private static final ThreadLocal<@Nullable Long> BEGAN = new ThreadLocal<>();

  static final ExecutionInterceptor INTERCEPTOR =
      new ExecutionInterceptor() {
        @Override
        public void beforeExecution(
            Context.BeforeExecution context, ExecutionAttributes attributes) {
          Long began = BEGAN.get();
          if (began != null && System.nanoTime() - began > WHOLE.toNanos()) {
            throw SdkClientException.create("The request has waited too long for AWS");
          }
        }
      };

  private RequestDeadline() {}

  /** Starts the deadline for the request on this thread. */
  public static void begin() {
    BEGAN.set(System.nanoTime());
  }

  /** Ends the deadline when the request has ended. */
  public static void end() {
    BEGAN.remove();
  }
}
