package org.permitportal.accounts.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.City;
import org.permitportal.platform.CityTopics;

/** {@code GET /v1/terms}: returns the terms to which people must agree. */
public final class GetTermsHandler extends ForAnyone<GetTermsHandler.Request, City.Terms> {
  private static final int CACHED_SECONDS = 300;
  @Inject City city;
  @Inject CityTopics topics;

  public GetTermsHandler() {}

  public GetTermsHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request() {}

  @Override
  protected Reply<City.Terms> handle(Request request, Anyone caller) {
    return Reply.ok(city.terms()).cacheable(topics.tag(), CACHED_SECONDS);
  }
}
