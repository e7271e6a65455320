package org.permitportal.accounts.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import java.util.Set;
import org.permitportal.accounts.Account;
import org.permitportal.accounts.AccountStore;
import org.permitportal.accounts.Profile;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;

/** {@code GET /v1/account}: returns the caller's own account. */
public final class GetAccountHandler extends ForApplicant<GetAccountHandler.Request, Profile> {
  @Inject AccountStore accounts;

  public GetAccountHandler() {}

  public GetAccountHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request() {}

  @Override
  protected Set<MemberRole> roles() {
    return ANY_MEMBER;
  }

  @Override
  protected Reply<Profile> handle(Request request, Applicant caller) {
    Account account =
        accounts
            .find(caller.accountId())
            .orElseThrow(() -> new IllegalStateException("A membership without its account"));
    return Reply.ok(Profile.of(account, caller)).version(account.version());
  }
}
