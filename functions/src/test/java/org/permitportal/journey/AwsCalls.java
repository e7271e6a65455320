package org.permitportal.journey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/**
 * Records every AWS call of a local run, with the function that makes the call. The thread's name
 * is the function's name. Signing a link is not a call. The SDK finds this class through the file
 * {@code software/amazon/awssdk/global/handlers/execution.interceptors}.
 */
public final class AwsCalls implements ExecutionInterceptor {
  private static final PerLocalRun<List<Call>> SEEN =
      PerLocalRun.of(() -> Collections.synchronizedList(new ArrayList<>()));
  private static final PerLocalRun<List<Capacity>> CONSUMED =
      PerLocalRun.of(() -> Collections.synchronizedList(new ArrayList<>()));

  private record Call(String function, String what) {}

  /** The capacity units that a call consumed, as DynamoDB reports them. */
  private record Capacity(String function, boolean read, double units) {}

  /** A function's use of AWS: the calls in order, and the capacity units that they consumed. */
  public record Use(List<String> calls, double readUnits, double writeUnits) {}

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    if (!(context.request() instanceof DynamoDbRequest request)) {
      return context.request();
    }
    DynamoDbRequest.Builder builder = request.toBuilder();
    request.sdkFields().stream()
        .filter(field -> field.memberName().equals("ReturnConsumedCapacity"))
        .forEach(field -> field.set(builder, "TOTAL"));
    return builder.build();
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    Call call =
        new Call(
            Thread.currentThread().getName(),
            service.replaceAll("Cognito ?Identity ?Provider", "Cognito")
                + " "
                + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    SEEN.find().ifPresent(seen -> seen.add(call));
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    Optional<List<Capacity>> consumed = CONSUMED.find();
    if (consumed.isEmpty() || !(context.request() instanceof DynamoDbRequest)) {
      return;
    }
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    boolean read = operation.matches("Query|(Batch|Transact)?Get.*");
    ((SdkPojo) context.response())
        .sdkFields().stream()
            .filter(field -> field.memberName().equals("ConsumedCapacity"))
            .map(field -> field.getValueOrDefault(context.response()))
            .flatMap(found -> found instanceof List<?> list ? list.stream() : Stream.of(found))
            .map(ConsumedCapacity.class::cast)
            .forEach(
                one ->
                    consumed
                        .get()
                        .add(
                            new Capacity(
                                Thread.currentThread().getName(), read, one.capacityUnits())));
  }

  /**
   * Runs a task and returns the AWS calls that an operation made in the meantime, e.g. {@code
   * DynamoDb GetItem}.
   */
  public static List<String> of(String operationId, Runnable what) {
    List<Call> seen = SEEN.get();
    int before = seen.size();
    what.run();
    return List.copyOf(seen).stream()
        .skip(before)
        .filter(call -> call.function().equalsIgnoreCase(operationId + "Function"))
        .map(Call::what)
        .toList();
  }

  /**
   * Returns a function's use of AWS since the last call of this method for the function, or since
   * the start.
   */
  public static Use takenFrom(String function) {
    List<Capacity> consumed =
        List.copyOf(CONSUMED.get()).stream().filter(one -> one.function.equals(function)).toList();
    List<Call> calls =
        List.copyOf(SEEN.get()).stream().filter(call -> call.function.equals(function)).toList();
    CONSUMED.get().removeAll(consumed);
    SEEN.get().removeAll(calls);
    return new Use(
        calls.stream().map(Call::what).toList(), units(consumed, true), units(consumed, false));
  }

  private static double units(List<Capacity> consumed, boolean read) {
    return consumed.stream().filter(one -> one.read == read).mapToDouble(Capacity::units).sum();
  }
}
