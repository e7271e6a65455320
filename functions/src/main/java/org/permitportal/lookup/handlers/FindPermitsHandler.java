package org.permitportal.lookup.handlers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.Reply;
import org.permitportal.lookup.PermitLookup;
import org.permitportal.lookup.PermitLookup.Found;
import org.permitportal.permits.PermitCard;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Text;

/** {@code GET /v1/permits}: finds permits by exactly one of number, address and parcel. */
public final class FindPermitsHandler
    extends ForAnyone<FindPermitsHandler.Request, FindPermitsHandler.Answer> {
  @Inject PermitLookup permitLookup;

  public FindPermitsHandler() {}

  public FindPermitsHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @QueryValue @Nullable @Size(min = 1, max = 40) @Pattern(regexp = TYPED) String number,
      @QueryValue @Nullable @Size(min = 1, max = 120) @Pattern(regexp = TYPED) String address,
      @QueryValue @Nullable @Size(min = 1, max = 40) @Pattern(regexp = TYPED) String parcel,
      @QueryValue @Nullable @Size(max = 1000) String cursor) {}

  private static final String TYPED = Text.PRINTABLE;

  /**
   * @param streets names of streets to choose from, when the typed street can mean several;
   *     otherwise empty
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(List<PermitCard> permits, List<String> streets, @Nullable String next) {}

  @Override
  protected Reply<FindPermitsHandler.Answer> handle(Request request, Anyone caller) {
    if (Stream.of(request.number != null, request.address != null, request.parcel != null)
            .filter(given -> given)
            .count()
        != 1) {
      throw Problem.invalid("number", "INVALID", "Give exactly one of number, address and parcel.");
    }
    Found found;
    if (request.number != null) {
      found = permitLookup.byNumber(request.number);
    } else if (request.address != null) {
      found = permitLookup.byAddress(request.address, request.cursor);
    } else {
      found = permitLookup.byParcel(request.parcel == null ? "" : request.parcel, request.cursor);
    }
    return Reply.ok(
        new Answer(
            found.page().items().stream().map(PermitCard::of).toList(),
            found.streets(),
            found.page().next()));
  }
}
