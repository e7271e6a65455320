package org.permitportal.platform;

/**
 * The stable code of a refusal. Each context has one enum of codes. The contract lists all codes.
 */
public interface ProblemCode {
  /** The code that clients see, e.g. {@code NAME_TAKEN}. */
  String name();

  /** The kind of refusal, which determines the HTTP status. */
  Kind kind();

  /**
   * Says in English what is wrong and what to do next. The web pages show the same text in English
   * and their own translation in other languages. The text never contains a value.
   */
  String title();

  /** The kinds of refusal with their HTTP status (RFC 9110; 429 RFC 6585). */
  enum Kind {
    INVALID(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    CONFLICT(409),
    GONE(410),
    STALE(412),
    TOO_MANY(429),
    FAILED(500),
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** Returns the HTTP status. */
    public int status() {
      return status;
    }
  }
}
