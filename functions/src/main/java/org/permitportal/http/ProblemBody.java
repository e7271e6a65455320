package org.permitportal.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Problem;

/**
 * The body of a response that reports a problem to a client (RFC 9457).
 *
 * @param type always {@code about:blank}; the fields {@code status} and {@code code} name the
 *     problem
 * @param requestId the request's id, which a user can tell the city's support
 * @param until the time at which the problem ends by itself, UTC; or null
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
    String type,
    String title,
    int status,
    String code,
    String requestId,
    List<Problem.FieldError> errors,
    @Nullable String nextStep,
    List<String> suggestions,
    @Nullable Instant until,
    @Nullable Long currentVersion) {

  static Reply<ProblemBody> reply(Problem problem, String requestId) {
    Problem.Details details = problem.details();
    int status = problem.code().kind().status();
    ProblemBody body =
        new ProblemBody(
            "about:blank",
            problem.code().title(),
            status,
            problem.code().name(),
            requestId,
            details.errors(),
            details.nextStep(),
            details.suggestions(),
            details.until(),
            details.currentVersion());
    Reply<ProblemBody> reply =
        new Reply<>(status, body, Map.of("content-type", "application/problem+json"), List.of());
    if (details.retryAfter() != null) {
      long seconds = Math.max(1, details.retryAfter().plusMillis(999).toSeconds());
      reply = reply.with("retry-after", Long.toString(seconds));
    }
    return reply;
  }
}
