package org.permitportal.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account is used for elsewhere in the portal. Each context that holds something of
 * accounts implements it; this one knows none of them.
 */
public interface AccountUse {
  /**
   * All that concerns the account, open business among it; by index, so what was written in the
   * last moment may be missing.
   */
  List<Line> lines(String accountId);

  /**
   * One thing, as an export tells it.
   *
   * @param kind {@code permit} or {@code link-request}
   * @param id what the portal calls it
   * @param name what people call it, as a permit's number
   * @param state a status of its kind
   * @param role what the account is in it
   * @param text what it is about
   * @param open whether something can still happen with it, so that the account can't be closed
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      String kind,
      String id,
      String name,
      String state,
      @Nullable String role,
      String text,
      boolean open) {}
}
