package org.permitportal.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.reflect.GenericTypeUtils;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Log;

/**
 * A function that AWS calls, for an event of a stream, a rule or a schedule. When the function
 * throws an exception, Lambda delivers the event again. So handling an event twice must have the
 * same effect as handling it once.
 *
 * @param <E> the event's record; it has only the parts that the function reads
 * @param <R> the type of the result for AWS; Void when there is none
 */
public abstract class Trigger<E extends Record, R> extends Function
    implements RequestStreamHandler {
  private final Class<E> event;
  private final JsonMapper json;
  private final Log log;

  protected Trigger() {
    this.event = eventType();
    this.json = getApplicationContext().getBean(JsonMapper.class);
    this.log = getApplicationContext().getBean(Log.class);
    primeWith(() -> {});
  }

  protected Trigger(ApplicationContext context) {
    super(context);
    this.event = eventType();
    this.json = context.getBean(JsonMapper.class);
    this.log = context.getBean(Log.class);
  }

  /**
   * Handles one event.
   *
   * @param line the log line of this run; the function adds counts and ids to it
   * @return the result for AWS, or null when there is none
   */
  protected abstract @Nullable R on(E event, Log.Line line);

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Log.Line line = log.line(operationId(getClass()), context.getAwsRequestId());
    // Set the status before the run, because the run may note in the line that a part of the event
    // has failed.
    line.status(200);
    try {
      R result = on(json.readValue(input, event), line);
      if (result != null) {
        json.writeValue(output, result);
      }
    } catch (RuntimeException fault) {
      line.fault(fault);
      throw fault;
    } finally {
      line.write();
    }
  }

  @SuppressWarnings("unchecked")
  private Class<E> eventType() {
    return (Class<E>)
        GenericTypeUtils.resolveSuperTypeGenericArguments(getClass(), Trigger.class)[0];
  }
}
