package org.permitportal.journey;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Sees every call that reaches AWS from this JVM, and which function makes it: a function's thread
 * has its name. Signing a link is no call. The SDK finds this class by {@code
 * software/amazon/awssdk/global/handlers/execution.interceptors}.
 */
public final class AwsCalls implements ExecutionInterceptor {
  private static final List<Call> SEEN = new CopyOnWriteArrayList<>();

  private record Call(String function, String what) {}

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    SEEN.add(
        new Call(
            Thread.currentThread().getName(),
            service.replaceAll("Cognito ?Identity ?Provider", "Cognito")
                + " "
                + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)));
  }

  /** The calls that an operation made while this ran, e.g. {@code DynamoDb GetItem}. */
  public static List<String> of(String operationId, Runnable what) {
    int before = SEEN.size();
    what.run();
    return SEEN.subList(before, SEEN.size()).stream()
        .filter(call -> call.function().equalsIgnoreCase(operationId + "Function"))
        .map(Call::what)
        .toList();
  }
}
