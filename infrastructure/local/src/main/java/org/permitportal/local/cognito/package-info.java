/**
 * A strict emulator of Cognito user pools for one machine. It has the operations that the portal
 * calls, with AWS's rules and refusals. Each rule names its page of the AWS documentation: {@code
 * dg} is https://docs.aws.amazon.com/cognito/latest/developerguide/, {@code api} is
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/. "Unverified" marks
 * behavior that these pages do not describe. Running {@code CognitoRulesTest} against a real pool
 * can verify it.
 */
package org.permitportal.local.cognito;
