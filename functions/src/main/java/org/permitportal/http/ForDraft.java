package org.permitportal.http;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.time.Duration;
import org.permitportal.platform.Caller.Registrant;
import org.permitportal.platform.Drafts;
import org.permitportal.platform.Problem;

/**
 * An operation on a registration's draft. The caller sends the draft's token in the cookie {@code
 * draft} or in the header {@code X-Draft-Token}. In the contract the operation has {@code
 * x-portal-caller: draft}, and its path contains {@code {draftId}}.
 */
public abstract non-sealed class ForDraft<Q extends Record, A> extends Operation<Q, Registrant, A> {
  private static final String COOKIE = "draft";

  @Inject Drafts drafts;

  protected ForDraft() {}

  protected ForDraft(ApplicationContext context) {
    super(context);
  }

  /**
   * Adds the draft's token to a reply as a cookie. Browsers send the cookie only with this draft's
   * requests, so two drafts in one browser do not interfere.
   *
   * @param kept the time for which the browser keeps the cookie
   */
  public static <A> Reply<A> remembered(
      Reply<A> reply, String draftId, String token, Duration kept) {
    return reply.cookie(COOKIE, token, "/v1/registrations/" + draftId, kept.toSeconds());
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
