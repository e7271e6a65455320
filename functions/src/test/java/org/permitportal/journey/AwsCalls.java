package org.permitportal.journey;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Sees every AWS call of this JVM's SDK clients; the SDK finds it by {@code
 * software/amazon/awssdk/global/handlers/execution.interceptors}.
 */
public final class AwsCalls implements ExecutionInterceptor {
  private static final List<String> SEEN = new CopyOnWriteArrayList<>();

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    SEEN.add(
        attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)
            + " "
            + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
  }

  /** The calls made while this ran, e.g. {@code DynamoDb GetItem}. */
  public static List<String> during(Runnable what) {
    SEEN.clear();
    what.run();
    return List.copyOf(SEEN);
  }
}
