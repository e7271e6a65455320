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

/** A handler with a context that is made from its function's environment alone. */
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

  /** Returns the handler's class, not initialized; {@link Fault} when there is none. */
  static Class<?> handlerOf(Function function) {
    try {
      return Class.forName(function.handler(), false, Instance.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new Fault(function.logicalId() + ": there is no class " + function.handler(), e);
    }
  }

  byte[] call(byte[] event, Context invocation) throws IOException {
    // The name lets thread dumps and observers of AWS calls tell which function a thread runs.
    Thread.currentThread().setName(invocation.getFunctionName());
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), reply, invocation);
    return reply.toByteArray();
  }

  void close() {
    context.close();
  }
}
