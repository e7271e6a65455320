package org.permitportal.lookup.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.permitportal.files.FileRecord;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.Reply;
import org.permitportal.lookup.PermitLookup;
import org.permitportal.permits.Permit;
import org.permitportal.permits.PermitDetails;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;

/** {@code GET /v1/permits/{permitId}}: returns the public part of a permit. */
public final class ViewPermitHandler
    extends ForAnyone<ViewPermitHandler.Request, ViewPermitHandler.Answer> {
  @Inject PermitLookup permitLookup;
  @Inject City city;

  public ViewPermitHandler() {}

  public ViewPermitHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(@PathVariable @Pattern(regexp = Ids.ULID) String permitId) {}

  @Serdeable
  record Answer(PermitDetails details, List<PublicDocument> documents) {}

  /** A document that the city publishes. */
  @Serdeable
  record PublicDocument(String documentId, String kind, String name, String type, long bytes) {
    static PublicDocument of(FileRecord document) {
      return new PublicDocument(
          document.id(),
          document.kind(),
          document.name().label(),
          document.type().mediaType(),
          document.bytes());
    }
  }

  @Override
  protected Reply<ViewPermitHandler.Answer> handle(Request request, Anyone caller) {
    Permit permit = permitLookup.view(request.permitId());
    return Reply.ok(
        new Answer(
            PermitDetails.of(permit.facts()),
            permit.published(city).stream().map(PublicDocument::of).toList()));
  }
}
