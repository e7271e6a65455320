package org.permitportal.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the items that another part of the portal stores for an account, e.g. permits. Each such
 * part implements this interface. The {@code accounts} package does not depend on them.
 */
public interface AccountUse {
  /**
   * Returns all items of the account, both open and finished. This reads an index, so items written
   * in the last moments may be missing.
   */
  List<Line> lines(String accountId);

  /**
   * An item of an account, as an export shows it.
   *
   * @param kind {@code permit} or {@code link-request}
   * @param id the portal's id of the item
   * @param name the name that people use, e.g. a permit's number
   * @param state the item's status; each kind has its own
   * @param role the account's role in the item
   * @param text a short description of the item
   * @param open whether the item is still open; an account with an open item can't be closed
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
