package org.permitportal.http;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import org.permitportal.platform.Caller.Registrant;
import org.permitportal.platform.Drafts;
import org.permitportal.platform.Problem;

/**
 * An operation on a registration's draft, by whoever holds its token: cookie {@code draft} or
 * header {@code X-Draft-Token}; contract: {@code x-portal-caller: draft}. Its path has {@code
 * {draftId}}.
 */
public abstract non-sealed class ForDraft<Q extends Record, A> extends Operation<Q, Registrant, A> {
  /** The cookie's name. */
  public static final String COOKIE = "draft";

  @Inject Drafts drafts;

  protected ForDraft() {}

  protected ForDraft(ApplicationContext context) {
    super(context);
  }

  @Override
  final Registrant admit(GatewayEvent event, Pipeline pipeline) {
    String draftId = event.path("draftId");
    String header = event.header("x-draft-token");
    String token = header == null ? event.cookie(COOKIE) : header;
    if (draftId == null || token == null) {
      throw Problem.notFound();
    }
    drafts.check(draftId, token);
    return new Registrant(pipeline.origin(event), draftId);
  }
}
