package org.permitportal.policy;

/**
 * One use of AWS by a function, in IAM's terms.
 *
 * @param function the function's logical id
 * @param action the action, for example {@code dynamodb:GetItem}
 * @param resource the ARN of the resource
 */
record AwsUse(String function, String action, String resource) {
  /** Reads the form that {@link #toString} writes. */
  static AwsUse parse(String text) {
    String[] parts = text.split(" ", 3);
    return new AwsUse(parts[0], parts[1], parts[2]);
  }

  @Override
  public String toString() {
    return function + " " + action + " " + resource;
  }
}
