package org.permitportal.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Limits how long a request waits for AWS in total. Many slow calls could outlast the function's
 * timeout, and then the client would learn nothing. After this deadline no new call begins, and the
 * request ends with a 503.
 */
public final class RequestDeadline {
  /**
   * The deadline. Together with the last call's own limit it stays below the function's 20 seconds.
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

  /** Starts the clock for a request on this thread. */
  public static void begin() {
    BEGAN.set(System.nanoTime());
  }

  /** Stops the clock when the request has ended. */
  public static void end() {
    BEGAN.remove();
  }
}
