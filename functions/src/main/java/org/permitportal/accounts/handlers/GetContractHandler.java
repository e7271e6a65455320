package org.permitportal.accounts.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.Definitions;

/**
 * {@code GET /v1/contract}: returns the API's OpenAPI document, without the parts that only API
 * Gateway uses.
 */
public final class GetContractHandler extends ForAnyone<GetContractHandler.Request, Reply.Json> {
  private static final int CACHED_SECONDS = 300;

  public GetContractHandler() {}

  public GetContractHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request() {}

  @Override
  protected Reply<Reply.Json> handle(Request request, Anyone caller) {
    return Reply.ok(new Reply.Json(Definitions.CONTRACT.text()))
        .cacheable(Definitions.CONTRACT.tag(), CACHED_SECONDS);
  }
}
