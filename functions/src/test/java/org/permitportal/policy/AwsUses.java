package org.permitportal.policy;

import static org.permitportal.local.template.Attributes.ACCOUNT;
import static org.permitportal.local.template.Attributes.REGION;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.permitportal.evidence.Evidence;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * Records the AWS actions that the functions use, including presigned links, in IAM's terms. A
 * function's thread has the function's name. Calls by the tests themselves are not recorded.
 */
public final class AwsUses implements ExecutionInterceptor {

  /**
   * Cognito's operations that need no IAM permission. A caller needs only a token or the client's
   * id.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html">
   *     unauthenticated and token-authorized operations</a>
   * @see <a
   *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html">
   *     the actions that IAM knows</a>
   */
  private static final Set<String> WITHOUT_IAM =
      Set.of(
          "AssociateSoftwareToken",
          "GetTokensFromRefreshToken",
          "GlobalSignOut",
          "RevokeToken",
          "SetUserMFAPreference",
          "VerifySoftwareToken");

  /** The IAM actions that S3's operations on objects need. */
  private static final Map<String, String> S3_ACTIONS =
      Map.of(
          "GetObject", "GetObject",
          "HeadObject", "GetObject",
          "PutObject", "PutObject",
          "DeleteObject", "DeleteObject");

  /** Returns all uses by functions in the tests that have run. */
  static Set<AwsUse> seen() {
    return Evidence.USES.all().stream().map(AwsUse::parse).collect(Collectors.toSet());
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    String function = Thread.currentThread().getName();
    if (function.endsWith("Function")) {
      String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
      uses(function, operation, context.request())
          .map(AwsUse::toString)
          .forEach(Evidence.USES::add);
    }
  }

  private static Stream<AwsUse> uses(String function, String operation, SdkRequest request) {
    return switch (request) {
      case TransactWriteItemsRequest transaction ->
          transaction.transactItems().stream().map(item -> part(function, item));
      case BatchGetItemRequest batch ->
          batch.requestItems().keySet().stream()
              .map(table -> new AwsUse(function, "dynamodb:BatchGetItem", table(table, null)));
      case DynamoDbRequest single ->
          Stream.of(
              new AwsUse(
                  function,
                  "dynamodb:" + operation,
                  table(field(single, "TableName"), optional(single, "IndexName"))));
      case S3Request object ->
          Stream.of(
              new AwsUse(
                  function,
                  "s3:" + known(S3_ACTIONS, operation),
                  "arn:aws:s3:::" + field(object, "Bucket") + "/" + field(object, "Key")));
      case CognitoIdentityProviderRequest pool ->
          WITHOUT_IAM.contains(operation)
              ? Stream.empty()
              : Stream.of(
                  new AwsUse(
                      function,
                      "cognito-idp:" + operation,
                      arn("cognito-idp", "userpool/" + field(pool, "UserPoolId"))));
      case SendEmailRequest mail ->
          Stream.of(
                  "identity/" + mail.fromEmailAddress(),
                  "configuration-set/" + mail.configurationSetName())
              .map(resource -> new AwsUse(function, "ses:" + operation, arn("ses", resource)));
      case GetSecretValueRequest secret ->
          Stream.of(new AwsUse(function, "secretsmanager:" + operation, secret.secretId()));
      default -> throw new AssertionError(operation + ": which action does it need?");
    };
  }

  /**
   * Returns the use for one item of a transaction. IAM requires permissions for the items' actions,
   * but none for the transaction.
   */
  private static AwsUse part(String function, TransactWriteItem item) {
    if (item.put() != null) {
      return new AwsUse(function, "dynamodb:PutItem", table(item.put().tableName(), null));
    }
    if (item.update() != null) {
      return new AwsUse(function, "dynamodb:UpdateItem", table(item.update().tableName(), null));
    }
    if (item.delete() != null) {
      return new AwsUse(function, "dynamodb:DeleteItem", table(item.delete().tableName(), null));
    }
    return new AwsUse(
        function, "dynamodb:ConditionCheckItem", table(item.conditionCheck().tableName(), null));
  }

  private static String table(String name, @Nullable String index) {
    return arn("dynamodb", "table/" + name + (index == null ? "" : "/index/" + index));
  }

  private static String arn(String service, String rest) {
    return String.join(":", List.of("arn:aws", service, REGION, ACCOUNT, rest));
  }

  private static String known(Map<String, String> actions, String operation) {
    String action = actions.get(operation);
    if (action == null) {
      throw new AssertionError(operation + ": which action does it need?");
    }
    return action;
  }

  private static String field(SdkRequest request, String name) {
    return request.getValueForField(name, String.class).orElseThrow();
  }

  private static @Nullable String optional(SdkRequest request, String name) {
    return request.getValueForField(name, String.class).orElse(null);
  }
}
