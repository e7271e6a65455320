package org.permitportal.staff.handlers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.ForStaff;
import org.permitportal.http.Reply;
import org.permitportal.licenses.License;
import org.permitportal.licenses.LicenseDecisions;
import org.permitportal.licenses.LicenseKind;
import org.permitportal.platform.Caller.StaffMember;
import org.permitportal.platform.Page;
import org.permitportal.platform.StaffPermission;

/**
 * {@code GET /v1/staff/verifications}: lists the licenses that wait for verification, the oldest
 * first.
 */
public final class ListAccountsToVerifyHandler
    extends ForStaff<ListAccountsToVerifyHandler.Request, ListAccountsToVerifyHandler.Answer> {
  @Inject LicenseDecisions decisions;

  public ListAccountsToVerifyHandler() {}

  public ListAccountsToVerifyHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(@QueryValue @Nullable @Size(max = 1000) String cursor) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(List<Waiting> waiting, @Nullable String next) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Waiting(
      String accountId,
      String accountName,
      String accountNumber,
      String licenseId,
      LicenseKind kind,
      @Nullable String number,
      Instant waitingSince) {
    static Waiting of(License license) {
      return new Waiting(
          license.accountId(),
          license.accountName(),
          license.accountNumber(),
          license.id(),
          license.kind(),
          license.facts().number(),
          license.waitingSince());
    }
  }

  @Override
  protected StaffPermission permission() {
    return StaffPermission.SEE_ACCOUNTS;
  }

  @Override
  protected Reply<ListAccountsToVerifyHandler.Answer> handle(Request request, StaffMember caller) {
    Page<License> page = decisions.waiting(request.cursor());
    return Reply.ok(new Answer(page.items().stream().map(Waiting::of).toList(), page.next()));
  }
}
