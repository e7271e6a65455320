package org.permitportal.platform;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expected refusal of a request, which the answer explains to the caller. A problem is no error
 * of the portal, so it has no stack trace. It never contains a secret or another person's data.
 */
public final class Problem extends RuntimeException {
  private final ProblemCode code;
  private final Details details;

  private Problem(ProblemCode code, Details details) {
    super(code.name(), null, false, false);
    this.code = code;
    this.details = details;
  }

  /** Returns a refusal with only a code. */
  public static Problem of(ProblemCode code) {
    return new Problem(code, Details.NONE);
  }

  /** Returns a refusal because of one field of the request. */
  public static Problem of(ProblemCode code, FieldError error) {
    return of(code, List.of(error));
  }

  /** Returns a refusal because of several fields of the request. */
  public static Problem of(ProblemCode code, List<FieldError> errors) {
    return new Problem(code, Details.NONE.withErrors(errors));
  }

  /** Returns a refusal with a code and details. */
  public static Problem of(ProblemCode code, Details details) {
    return new Problem(code, details);
  }

  /** Returns a refusal because of invalid fields (400). */
  public static Problem invalid(List<FieldError> errors) {
    return of(RequestProblem.INVALID_REQUEST, errors);
  }

  /** Returns a refusal because of one invalid field (400). */
  public static Problem invalid(String field, String code, String message) {
    return invalid(List.of(new FieldError(field, code, message)));
  }

  /**
   * Returns a refusal because something does not exist, or because this caller may not know that it
   * exists (404).
   */
  public static Problem notFound() {
    return of(RequestProblem.NOT_FOUND);
  }

  /**
   * Returns a refusal because of too many tries (429).
   *
   * @param wait the time to wait, sent as {@code Retry-After}
   */
  public static Problem tooMany(Duration wait) {
    return of(RequestProblem.TOO_MANY_TRIES, Details.NONE.withRetryAfter(wait));
  }

  /** Returns the code. It names the reason for the refusal. */
  public ProblemCode code() {
    return code;
  }

  /** Returns the details that help the caller to continue. */
  public Details details() {
    return details;
  }

  /**
   * One field's error.
   *
   * @param field the field's name in the request; for a nested one the path, e.g. {@code
   *     address.zip}
   * @param code a stable word, e.g. {@code REQUIRED}
   * @param message one English sentence for a person
   */
  @Serdeable
  public record FieldError(String field, String code, String message) {}

  /**
   * The details that help the caller to continue; each is optional.
   *
   * @param errors the errors of single fields
   * @param nextStep the wizard's step that must be completed first
   * @param suggestions values that the portal would accept instead
   * @param until the time at which the reason for the refusal ends by itself
   * @param currentVersion the version to send as {@code If-Match}
   * @param retryAfter the time to wait; the answer rounds it up to seconds
   */
  public record Details(
      List<FieldError> errors,
      @Nullable String nextStep,
      List<String> suggestions,
      @Nullable Instant until,
      @Nullable Long currentVersion,
      @Nullable Duration retryAfter) {
    public static final Details NONE = new Details(List.of(), null, List.of(), null, null, null);

    public Details withErrors(List<FieldError> value) {
      return new Details(
          List.copyOf(value), nextStep, suggestions, until, currentVersion, retryAfter);
    }

    public Details withNextStep(String value) {
      return new Details(errors, value, suggestions, until, currentVersion, retryAfter);
    }

    public Details withSuggestions(List<String> value) {
      return new Details(errors, nextStep, List.copyOf(value), until, currentVersion, retryAfter);
    }

    public Details withUntil(Instant value) {
      return new Details(errors, nextStep, suggestions, value, currentVersion, retryAfter);
    }

    public Details withCurrentVersion(long value) {
      return new Details(errors, nextStep, suggestions, until, value, retryAfter);
    }

    public Details withRetryAfter(Duration value) {
      return new Details(errors, nextStep, suggestions, until, currentVersion, value);
    }
  }
}
