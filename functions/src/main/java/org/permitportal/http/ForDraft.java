package org.permitportal.http;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.permitportal.platform.Caller.Registrant;
import org.permitportal.platform.Drafts;
import org.permitportal.platform.Problem;

/**
 * An operation on a registration's draft. The caller sends the draft's token in the cookie {@code
 * __Host-draft-<draftId>} or in the header {@code X-Draft-Token}. In the contract the operation has
 * {@code x-portal-caller: draft}, and its path contains {@code {draftId}}.
 */
public abstract non-sealed class ForDraft<Q extends Record, A> extends Operation<Q, Registrant, A> {
  private static final String COOKIE = Reply.HOST + "draft-";

  /**
   * The most drafts that a browser keeps. More cookies could make a request's headers too large for
   * API Gateway, which takes 10,240 bytes.
   */
  private static final int MOST = 5;

  @Inject Drafts drafts;

  protected ForDraft() {}

  protected ForDraft(ApplicationContext context) {
    super(context);
  }

  /**
   * Adds the draft's token to a reply as a cookie. Each draft has a cookie of its own, so two
   * drafts in one browser do not interfere.
   *
   * @param kept the time for which the browser keeps the cookie
   */
  public static <A> Reply<A> remembered(
      Reply<A> reply, String draftId, String token, Duration kept) {
    return reply.cookie(COOKIE + draftId, token, kept.toSeconds());
  }

  /**
   * Clears the cookies of the oldest drafts when a reply adds one to those of the request. A
   * draft's id begins with the time at which it was made.
   */
  static <A> Reply<A> withRoom(Reply<A> reply, GatewayEvent event) {
    List<String> made =
        reply.cookies().stream().filter(cookie -> cookie.startsWith(COOKIE)).toList();
    if (made.isEmpty()) {
      return reply;
    }
    List<String> before =
        event.cookieNames().stream()
            .filter(name -> name.startsWith(COOKIE))
            .filter(name -> made.stream().noneMatch(cookie -> cookie.startsWith(name + "=")))
            .sorted()
            .toList();
    Reply<A> all = reply;
    for (String name : before.subList(0, Math.max(0, before.size() + 1 - MOST))) {
      all = all.cookie(name, "", 0);
    }
    return all;
  }

  @Override
  final Registrant admit(GatewayEvent event, Pipeline pipeline) {
    String draftId = event.path("draftId");
    String header = event.header("x-draft-token");
    String token = header == null ? event.cookie(COOKIE + draftId) : header;
    if (draftId == null || token == null) {
      throw Problem.notFound();
    }
    drafts.check(draftId, token);
    return new Registrant(pipeline.origin(event), draftId);
  }
}
