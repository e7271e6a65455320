package org.permitportal.platform;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that is expected and explained to the caller, so it is not an error of the portal. It
 * has no stack trace, and it never contains a secret or another person's data.
 */
public final class Problem extends RuntimeException {
  private final ProblemCode code;
  private final Details details;

  private Problem(ProblemCode code, Details details) {
    super(code.name(), null, false, false);
    this.code = code;
    this.details = details;
  }

  /** A refusal that its code explains. */
  public static Problem of(ProblemCode code) {
    return new Problem(code, Details.NONE);
  }

  /** A refusal of one field of the request. */
  public static Problem of(ProblemCode code, FieldError error) {
    return of(code, List.of(error));
  }

  /** A refusal of several fields of the request, reported together. */
  public static Problem of(ProblemCode code, List<FieldError> errors) {
    return new Problem(code, Details.NONE.withErrors(errors));
  }

  /** A refusal with more details than its code; see {@link Details}. */
  public static Problem of(ProblemCode code, Details details) {
    return new Problem(code, details);
  }

  /** A refusal of fields that break the contract's rules. */
  public static Problem invalid(List<FieldError> errors) {
    return of(RequestProblem.INVALID_REQUEST, errors);
  }

  /** A refusal of one field that breaks a rule. */
  public static Problem invalid(String field, String code, String message) {
    return invalid(List.of(new FieldError(field, code, message)));
  }

  /** A refusal because nothing is there, or nothing that this caller may know of. */
  public static Problem notFound() {
    return of(RequestProblem.NOT_FOUND);
  }

  /**
   * A refusal of too many tries.
   *
   * @param wait how long to wait; it is sent as {@code Retry-After}
   */
  public static Problem tooMany(Duration wait) {
    return of(RequestProblem.TOO_MANY_TRIES, Details.NONE.withRetryAfter(wait));
  }

  /** The code, which says why. */
  public ProblemCode code() {
    return code;
  }

  /** The details that help the caller to continue. */
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
   * @param nextStep the wizard's step that has to come first
   * @param suggestions values that would be accepted instead
   * @param until when the obstacle ends by itself
   * @param currentVersion the version that {@code If-Match} has to name
   * @param retryAfter how long to wait, rounded up to seconds
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
