package org.permitportal.http;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Memberships;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;

/**
 * An operation of a signed-in contractor or homeowner; contract: {@code x-portal-caller:
 * applicant}. API Gateway has checked the access token; the membership is read here at each
 * request.
 */
public abstract non-sealed class ForApplicant<Q extends Record, A>
    extends Operation<Q, Applicant, A> {
  @Inject Memberships memberships;

  protected ForApplicant() {}

  protected ForApplicant(ApplicationContext context) {
    super(context);
  }

  @Override
  final Applicant admit(GatewayEvent event, Pipeline pipeline) {
    AccessToken token = AccessToken.of(event);
    return memberships
        .current(token.userId(), token.authTime(), token.session())
        .map(
            m ->
                new Applicant(
                    pipeline.origin(event),
                    token.userId(),
                    m.accountId(),
                    m.role(),
                    token.session()))
        .orElseThrow(() -> Problem.of(RequestProblem.SESSION_ENDED));
  }
}
