package org.permitportal.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Returns the values of {@code Ref} and {@code GetAtt} in the local run.
 *
 * @param userPools maps the logical id of a pool or client to its physical id
 * @param issuers maps a pool's issuer on AWS to the emulator's issuer
 */
public record Attributes(UnaryOperator<String> userPools, UnaryOperator<String> issuers) {
  public static final String REGION = "us-east-1";
  public static final String ACCOUNT = "000000000000";
  public static final String STACK = "permit-portal";

  /** Returns values for code that reads the template without running emulators. */
  public static Attributes ofTemplate() {
    return new Attributes(id -> REGION + "_" + id, issuer -> issuer);
  }

  /**
   * Returns the value of {@code GetAtt} for an attribute of a resource. Returns the value of {@code
   * Ref} when the attribute is null.
   */
  public String of(Resource resource, @Nullable String attribute) {
    String id = resource.logicalId();
    String name = attribute == null ? "Ref" : attribute;
    return switch (resource.type() + " " + name) {
      case "AWS::DynamoDB::Table Ref" -> named(resource, "TableName", id);
      case "AWS::DynamoDB::Table Arn" ->
          arn("dynamodb", "table/" + named(resource, "TableName", id));
      case "AWS::DynamoDB::Table StreamArn" ->
          arn("dynamodb", "table/" + named(resource, "TableName", id) + "/stream/latest");
      case "AWS::S3::Bucket Ref" -> bucket(resource);
      case "AWS::S3::Bucket Arn" -> "arn:aws:s3:::" + bucket(resource);
      case "AWS::S3::Bucket DomainName" -> bucket(resource) + ".s3.amazonaws.com";
      case "AWS::S3::Bucket RegionalDomainName" ->
          bucket(resource) + ".s3." + REGION + ".amazonaws.com";
      case "AWS::Cognito::UserPool Ref", "AWS::Cognito::UserPoolClient Ref" -> userPools.apply(id);
      case "AWS::Cognito::UserPool Arn" -> arn("cognito-idp", "userpool/" + userPools.apply(id));
      case "AWS::Cognito::UserPool ProviderName" ->
          "cognito-idp." + REGION + ".amazonaws.com/" + userPools.apply(id);
      case "AWS::Cognito::UserPool ProviderURL" ->
          "https://cognito-idp." + REGION + ".amazonaws.com/" + userPools.apply(id);
      case "AWS::SecretsManager::Secret Ref", "AWS::SecretsManager::Secret Id" ->
          arn("secretsmanager", "secret:" + named(resource, "Name", id) + "-local1");
      case "AWS::Serverless::Function Ref" -> id;
      case "AWS::Serverless::Function Arn" -> arn("lambda", "function:" + id);
      case "AWS::SQS::Queue Ref", "AWS::SQS::Queue QueueUrl" ->
          "https://sqs." + REGION + ".amazonaws.com/" + ACCOUNT + "/" + id;
      case "AWS::SQS::Queue Arn", "AWS::SNS::Topic Ref" ->
          arn(resource.type().split("::", -1)[1].toLowerCase(Locale.ROOT), id);
      case "AWS::SQS::Queue QueueName" -> id;
      case "AWS::IAM::Role Arn" -> "arn:aws:iam::" + ACCOUNT + ":role/" + id;
      case "AWS::IAM::ManagedPolicy Ref" -> "arn:aws:iam::" + ACCOUNT + ":policy/" + id;
      case "AWS::KMS::Key Arn" -> arn("kms", "key/" + id);
      case "AWS::Logs::LogGroup Arn" -> arn("logs", "log-group:" + id);
      default -> {
        if (attribute == null) {
          yield id;
        }
        throw resource.fault("has no attribute " + attribute + " in the local run");
      }
    };
  }

  /** Returns the physical name of a bucket. */
  public String bucket(Resource resource) {
    return named(
        resource,
        "BucketName",
        STACK + "-" + resource.logicalId().toLowerCase(Locale.ROOT) + "-" + ACCOUNT);
  }

  /**
   * Returns the name in this property if it is literal text. Otherwise returns the default name.
   */
  private static String named(Resource resource, String property, String otherwise) {
    JsonNode name = resource.definition().path("Properties").path(property);
    return name.isTextual() ? name.textValue() : otherwise;
  }

  /** Returns an ARN in the region and account of the local run. */
  public static String arn(String service, String rest) {
    return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + rest;
  }
}
