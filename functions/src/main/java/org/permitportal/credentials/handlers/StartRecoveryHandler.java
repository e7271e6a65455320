package org.permitportal.credentials.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.permitportal.credentials.StartRecovery;
import org.permitportal.credentials.StartRecovery.Begun;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.City.Labelled;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Text;

/** {@code POST /v1/recovery}: returns the secret question for a company or an e-mail address. */
public final class StartRecoveryHandler
    extends ForAnyone<StartRecoveryHandler.Request, StartRecoveryHandler.Asked> {
  @Inject StartRecovery startRecovery;

  public StartRecoveryHandler() {}

  public StartRecoveryHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @Nullable @Pattern(regexp = Ids.ULID) String handle,
      @Nullable @Size(min = 1, max = 254) @Pattern(regexp = Text.PRINTABLE) String user) {}

  /**
   * The secret question in each language. The client must send the ticket {@code recovery} with the
   * answer.
   */
  @Serdeable
  public record Asked(String recovery, Labelled question, Instant expiresAt) {
    @Override
    public String toString() {
      return "Asked[***]";
    }
  }

  @Override
  protected Reply<Asked> handle(Request request, Anyone caller) {
    Begun begun = begun(request, caller);
    return Reply.ok(new Asked(begun.recovery(), begun.question(), begun.expiresAt()));
  }

  private Begun begun(Request request, Anyone caller) {
    if (request.handle() != null && request.user() == null) {
      return startRecovery.startByHandle(request.handle(), caller.origin());
    }
    if (request.user() != null && request.handle() == null) {
      return startRecovery.startByName(request.user(), caller.origin());
    }
    throw Problem.invalid("user", "REQUIRED", "Give either a handle, or a name or email address.");
  }
}
