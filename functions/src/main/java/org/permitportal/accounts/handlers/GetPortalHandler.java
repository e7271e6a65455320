package org.permitportal.accounts.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import org.permitportal.accounts.Portal;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.City;
import org.permitportal.platform.CityTopics;

/** {@code GET /v1/portal}: returns the settings that a client needs to start. */
public final class GetPortalHandler extends ForAnyone<GetPortalHandler.Request, Portal> {
  private static final int CACHED_SECONDS = 300;
  @Inject City city;
  @Inject CityTopics topics;

  public GetPortalHandler() {}

  public GetPortalHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request() {}

  @Override
  protected Reply<Portal> handle(Request request, Anyone caller) {
    return Reply.ok(Portal.of(city)).cacheable(topics.tag(), CACHED_SECONDS);
  }
}
