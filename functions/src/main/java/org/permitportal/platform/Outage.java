package org.permitportal.platform;

import java.time.Duration;
import org.permitportal.platform.Problem.Details;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Distinguishes a temporary fault of AWS from a fault of the portal. */
public final class Outage {
  /** The time that a client should wait before it tries again. */
  public static final Duration RETRY = Duration.ofSeconds(5);

  private Outage() {}

  /** Returns the problem to answer when AWS is slow, busy or down. */
  public static Problem problem() {
    return Problem.of(RequestProblem.TEMPORARILY_UNAVAILABLE, Details.NONE.withRetryAfter(RETRY));
  }

  /**
   * Returns whether a fault comes from AWS. This includes refusals that only a change of the
   * template can fix.
   */
  public static boolean fromAws(Throwable fault) {
    return fault instanceof SdkException;
  }

  /**
   * Returns whether AWS caused a fault: it did not answer, was busy, or failed. A refusal by AWS,
   * such as for a missing permission or an invalid request, is a fault of the portal.
   */
  public static boolean caused(Throwable fault) {
    return switch (fault) {
      // Transaction returns failed conditions without an exception. So this exception means a
      // lasting conflict or throttling.
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
