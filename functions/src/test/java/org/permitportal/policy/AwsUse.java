package org.permitportal.policy;

/**
 * Something that a function asked of AWS, as IAM sees it.
 *
 * @param function its logical id
 * @param action e.g. {@code dynamodb:GetItem}
 * @param resource an ARN
 */
record AwsUse(String function, String action, String resource) {}
