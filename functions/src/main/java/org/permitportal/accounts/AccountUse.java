package org.permitportal.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists what another context holds for an account. Each context that holds something for accounts
 * implements this interface; this package knows none of them.
 */
public interface AccountUse {
  /**
   * Returns everything that concerns the account, including open items. This reads an index, so
   * items written in the last moment may be missing.
   */
  List<Line> lines(String accountId);

  /**
   * One item, as an export shows it.
   *
   * @param kind {@code permit} or {@code link-request}
   * @param id the portal's id of the item
   * @param name the name that people use, e.g. a permit's number
   * @param state the item's status; each kind has its own
   * @param role the account's role in the item
   * @param text what the item is about
   * @param open whether something can still happen with the item, in which case the account can't
   *     be closed
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
