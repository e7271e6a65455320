package org.permitportal.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.permitportal.local.Fault;
import org.permitportal.local.template.Function;

/**
 * A function's handler with its application context. The context's properties come only from the
 * function's environment.
 */
record Instance(RequestStreamHandler handler, ApplicationContext context) {
  static Instance of(Function function, Map<String, String> environment, Clock clock) {
    Map<String, Object> properties = new HashMap<>(environment);
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .environmentPropertySource(false)
            .propertySources(
                PropertySource.of(
                    "function",
                    properties,
                    PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE,
                    PropertySource.Origin.of("template.yaml")))
            .build();
    context.registerSingleton(Clock.class, clock);
    context.start();
    try {
      Object handler =
          handlerOf(function).getConstructor(ApplicationContext.class).newInstance(context);
      return new Instance((RequestStreamHandler) handler, context);
    } catch (ReflectiveOperationException | ClassCastException e) {
      context.close();
      throw new IllegalStateException(
          function.handler() + " needs a public constructor with an ApplicationContext", e);
    }
  }

  /**
   * Returns the class of a function's handler, not initialized.
   *
   * @throws Fault when the class does not exist
   */
  static Class<?> handlerOf(Function function) {
    try {
      return Class.forName(function.handler(), false, Instance.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new Fault(function.logicalId() + ": there is no class " + function.handler(), e);
    }
  }

  byte[] call(byte[] event, Context invocation) throws IOException {
    // The thread's name shows in thread dumps, and to observers of AWS calls, which function it
    // runs.
    Thread.currentThread().setName(invocation.getFunctionName());
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), reply, invocation);
    return reply.toByteArray();
  }

  void close() {
    context.close();
  }
}
