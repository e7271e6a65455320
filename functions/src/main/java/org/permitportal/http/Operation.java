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
 * An operation of the contract: one Lambda function. Its superclass says who may call it, so that
 * can't be forgotten: {@link ForAnyone}, {@link ForDraft}, {@link ForApplicant}, {@link ForStaff}.
 *
 * @param <Q> the record that path, query, headers and body become; see {@link Requests}
 * @param <C> the caller that the superclass makes sure of
 * @param <A> the answer's record
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
   * Does it.
   *
   * @param request valid by its annotations
   * @param caller authenticated; what it may see or change of an object is asked of the object
   * @throws org.permitportal.platform.Problem when it is refused
   */
  protected abstract Reply<A> handle(Q request, C caller);

  /** Makes sure of the caller, or refuses with a problem. */
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
