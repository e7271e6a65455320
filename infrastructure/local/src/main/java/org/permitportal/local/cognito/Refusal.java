package org.permitportal.local.cognito;

/**
 * Thrown to refuse an operation. It has the exception's name and message that Cognito sends with
 * HTTP status 400.
 */
final class Refusal extends RuntimeException {
  private final String type;
  private final String message;

  Refusal(String type, String message) {
    super(message, null, false, false);
    this.type = type;
    this.message = message;
  }

  String type() {
    return type;
  }

  String message() {
    return message;
  }

  static Refusal invalidParameter(String message) {
    return new Refusal("InvalidParameterException", message);
  }

  static Refusal constraint(String field, String constraint) {
    String name = Character.toLowerCase(field.charAt(0)) + field.substring(1);
    return invalidParameter(
        "1 validation error detected: Value at '%s' failed to satisfy constraint: %s"
            .formatted(name, constraint));
  }

  static Refusal notAuthorized(String message) {
    return new Refusal("NotAuthorizedException", message);
  }

  static Refusal notFound(String message) {
    return new Refusal("ResourceNotFoundException", message);
  }

  static Refusal userNotFound() {
    return new Refusal("UserNotFoundException", "User does not exist.");
  }

  static Refusal wrongPassword() {
    return notAuthorized("Incorrect username or password.");
  }

  static Refusal disabled() {
    return notAuthorized("User is disabled.");
  }

  /**
   * Returns the refusal of something that this emulator does not implement. AWS may allow it, so
   * this is not one of Cognito's rules.
   */
  static Refusal notEmulated(String what) {
    return new Refusal("UnknownOperationException", what + " is not emulated");
  }
}
