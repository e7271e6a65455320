package org.permitportal.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.reflect.GenericTypeUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.permitportal.platform.Caller;

/**
 * An operation of the contract, which is one Lambda function. Its superclass checks who may call
 * it, so no operation can forget this check. The superclass is {@link ForAnyone}, {@link ForDraft},
 * {@link ForApplicant} or {@link ForStaff}.
 *
 * @param <Q> the request's record; its values come from the path, query, headers, cookies and body
 *     (see {@link Requests})
 * @param <C> the kind of caller that the superclass authenticates
 * @param <A> the record that the response's body holds
 */
public abstract sealed class Operation<Q extends Record, C extends Caller, A> extends Function
    implements RequestStreamHandler permits ForAnyone, ForDraft, ForApplicant, ForStaff {
  private final Class<Q> request;
  private final Pipeline pipeline;

  Operation() {
    this.request = requestType();
    this.pipeline = getApplicationContext().getBean(Pipeline.class);
    primeWith(this::prime);
  }

  Operation(ApplicationContext context) {
    super(context);
    this.request = requestType();
    this.pipeline = context.getBean(Pipeline.class);
  }

  /**
   * Handles one request.
   *
   * @param request the request, whose fields satisfy their annotations
   * @param caller the authenticated caller; the handler must still check whether this caller may
   *     see or change an object
   * @return the response
   * @throws org.permitportal.platform.Problem when the request is refused
   */
  protected abstract Reply<A> handle(Q request, C caller);

  /**
   * Authenticates the caller. Refuses the request with a problem when the caller may not call the
   * operation.
   */
  abstract C admit(GatewayEvent event, Pipeline pipeline);

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    pipeline.run(this, input, output);
  }

  final Class<Q> request() {
    return request;
  }

  private void prime() throws IOException {
    pipeline.prime(this);
  }

  @SuppressWarnings("unchecked")
  private Class<Q> requestType() {
    return (Class<Q>)
        GenericTypeUtils.resolveSuperTypeGenericArguments(getClass(), getClass().getSuperclass())[
            0];
  }

  final String operationId() {
    return operationId(getClass());
  }
}
