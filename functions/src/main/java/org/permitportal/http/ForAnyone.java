package org.permitportal.http;

import io.micronaut.context.ApplicationContext;
import org.permitportal.platform.Caller.Anyone;

/** An operation that needs no token. In the contract it has {@code x-portal-caller: anyone}. */
public abstract non-sealed class ForAnyone<Q extends Record, A> extends Operation<Q, Anyone, A> {
  protected ForAnyone() {}

  protected ForAnyone(ApplicationContext context) {
    super(context);
  }

  @Override
  final Anyone admit(GatewayEvent event, Pipeline pipeline) {
    return new Anyone(pipeline.origin(event));
  }
}
