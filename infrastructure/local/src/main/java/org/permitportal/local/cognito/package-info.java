/**
 * A strict emulator of Cognito user pools for one machine: the operations the portal calls, with
 * AWS's rules and refusals. Each rule names its page of the AWS documentation: {@code dg} is
 * https://docs.aws.amazon.com/cognito/latest/developerguide/, {@code api} is
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/. "Unverified" marks
 * what these pages leave open; running {@code CognitoRulesTest} against a real pool settles it.
 */
package org.permitportal.local.cognito;
