package org.permitportal.journey;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Sees every AWS call of this JVM's SDK clients, and which handler makes it; the SDK finds it by
 * {@code software/amazon/awssdk/global/handlers/execution.interceptors}.
 */
public final class AwsCalls implements ExecutionInterceptor {
  private static final Pattern HANDLER =
      Pattern.compile("org\\.permitportal\\.\\w+\\.handlers\\.(\\w+)Handler");
  private static final List<Call> SEEN = new CopyOnWriteArrayList<>();

  private record Call(String handler, String what) {}

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    SEEN.add(
        new Call(
            handler().orElse(""),
            attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)
                + " "
                + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)));
  }

  /** All calls that were made while this ran, e.g. {@code DynamoDb GetItem}. */
  public static List<String> during(Runnable what) {
    int before = SEEN.size();
    what.run();
    return SEEN.subList(before, SEEN.size()).stream().map(Call::what).toList();
  }

  /**
   * The calls that an operation's own handler made while this ran: not those of streams that run
   * meanwhile, nor the membership that is read before.
   */
  public static List<String> of(String operationId, Runnable what) {
    int before = SEEN.size();
    what.run();
    return SEEN.subList(before, SEEN.size()).stream()
        .filter(call -> call.handler().equalsIgnoreCase(operationId))
        .map(call -> call.what().replace("CognitoIdentityProvider", "Cognito"))
        .toList();
  }

  /** A sync client calls this in the handler's own thread. */
  private static Optional<String> handler() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(frame -> HANDLER.matcher(frame.getClassName()))
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1))
                    .findFirst());
  }
}
