package org.permitportal.platform;

import java.time.Duration;
import org.permitportal.platform.Problem.Details;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Tells a fault of AWS that passes by itself from a fault of the portal. */
public final class Outage {
  /** When a client may try again. */
  public static final Duration RETRY = Duration.ofSeconds(5);

  private Outage() {}

  /** What the caller is told when AWS is slow, busy or down. */
  public static Problem problem() {
    return Problem.of(RequestProblem.TEMPORARILY_UNAVAILABLE, Details.NONE.withRetryAfter(RETRY));
  }

  /** Whether it comes from AWS at all, be it a refusal that the template has to mend. */
  public static boolean fromAws(Throwable fault) {
    return fault instanceof SdkException;
  }

  /**
   * Whether AWS didn't answer, was busy, or failed on its side. A refusal (a missing permission, an
   * invalid request) is a fault of the portal.
   */
  public static boolean caused(Throwable fault) {
    return switch (fault) {
      // A condition that does not hold is no exception here: conflicts that lasted, or throttling.
      case TransactionCanceledException cancelled ->
          cancelled.cancellationReasons().stream()
              .noneMatch(reason -> "ValidationError".equals(reason.code()));
      case AwsServiceException aws -> aws.statusCode() >= 500 || aws.isThrottlingException();
      case SdkClientException _ -> true;
      case SdkException _ -> true;
      default -> false;
    };
  }
}
