package org.permitportal.accounts.handlers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.CompanyDirectory;
import org.permitportal.accounts.CompanyDirectory.Listed;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.Page;
import org.permitportal.platform.Text;

/**
 * {@code GET /v1/companies}: returns the companies of the "User Name" list that match the typed
 * text.
 */
public final class SearchCompaniesHandler
    extends ForAnyone<SearchCompaniesHandler.Request, SearchCompaniesHandler.Companies> {
  @Inject CompanyDirectory directory;

  public SearchCompaniesHandler() {}

  public SearchCompaniesHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @QueryValue @Nullable @Size(max = 100) @Pattern(regexp = Text.PRINTABLE) String q,
      @QueryValue @Nullable @Size(max = 1000) String cursor) {}

  /**
   * A page of companies.
   *
   * @param shown false when the city shows no list; people then type their name or e-mail address
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Companies(boolean shown, List<Company> items, @Nullable String next) {}

  /** A company on the list; the operation {@code login} takes its handle. */
  @Serdeable
  record Company(String name, String handle) {}

  @Override
  protected Reply<Companies> handle(Request request, Anyone caller) {
    if (!directory.shown()) {
      return Reply.ok(new Companies(false, List.of(), null));
    }
    String typed = request.q() == null ? "" : request.q();
    Page<Listed> page = directory.search(typed, request.cursor());
    return Reply.ok(
        new Companies(
            true,
            page.items().stream().map(c -> new Company(c.name(), c.handle())).toList(),
            page.next()));
  }
}
