package org.permitportal.platform;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/**
 * Creates the AWS SDK's clients, each when a function first needs it. Region, credentials and
 * endpoints come from the function's environment, under the SDK's own names ({@code AWS_REGION},
 * {@code AWS_ENDPOINT_URL_DYNAMODB}, …). So the same code works with AWS and with emulators, and
 * several stacks can run in one JVM.
 */
@Factory
class AwsClients {
  /**
   * The time limit for one attempt of a call. Reads and writes take milliseconds. A call to Cognito
   * that hashes a password takes about a second.
   */
  private static final Duration ATTEMPT = Duration.ofSeconds(4);

  private static final int ATTEMPTS = 3;

  /** The time limit for all attempts of a call, with the pauses between them. */
  private static final Duration CALL = Duration.ofSeconds(8);

  private final Environment environment;

  AwsClients(Environment environment) {
    this.environment = environment;
  }

  @Singleton
  @Requires(missingBeans = Clock.class)
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  @Bean(preDestroy = "close")
  SdkHttpClient http() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(Duration.ofSeconds(2))
        .socketTimeout(Duration.ofSeconds(8))
        .build();
  }

  @Singleton
  @Bean(preDestroy = "close")
  DynamoDbClient dynamoDb(SdkHttpClient http) {
    return made(DynamoDbClient.builder(), http, "dynamodb").build();
  }

  @Singleton
  @Bean(preDestroy = "close")
  CognitoIdentityProviderClient cognito(SdkHttpClient http) {
    return made(CognitoIdentityProviderClient.builder(), http, "cognito.identity.provider").build();
  }

  @Singleton
  @Bean(preDestroy = "close")
  SesV2Client ses(SdkHttpClient http) {
    return made(SesV2Client.builder(), http, "sesv2").build();
  }

  @Singleton
  @Bean(preDestroy = "close")
  SecretsManagerClient secrets(SdkHttpClient http) {
    return made(SecretsManagerClient.builder(), http, "secrets.manager").build();
  }

  @Singleton
  @Bean(preDestroy = "close")
  S3Client s3(SdkHttpClient http) {
    return made(S3Client.builder(), http, "s3").forcePathStyle(endpoint("s3").isPresent()).build();
  }

  @Singleton
  @Bean(preDestroy = "close")
  S3Presigner presigner() {
    S3Presigner.Builder builder =
        S3Presigner.builder()
            .region(region())
            .credentialsProvider(credentials())
            .serviceConfiguration(
                S3Configuration.builder()
                    .pathStyleAccessEnabled(endpoint("s3").isPresent())
                    .build());
    endpoint("s3").ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B made(
      B builder, SdkHttpClient http, String service) {
    builder
        .httpClient(http)
        .region(region())
        .credentialsProvider(credentials())
        .overrideConfiguration(
            o ->
                o.apiCallTimeout(CALL)
                    .apiCallAttemptTimeout(ATTEMPT)
                    .retryStrategy(r -> r.maxAttempts(ATTEMPTS))
                    .addExecutionInterceptor(RequestDeadline.INTERCEPTOR));
    endpoint(service).ifPresent(builder::endpointOverride);
    return builder;
  }

  private Region region() {
    return Region.of(environment.getRequiredProperty("aws.region", String.class));
  }

  private Optional<URI> endpoint(String service) {
    return environment.getProperty("aws.endpoint.url." + service, String.class).map(URI::create);
  }

  /**
   * Returns the source of the credentials. On Lambda these are the keys of the function's role.
   * They come from the environment or, with SnapStart, from the container's endpoint, because a
   * restored snapshot gets new keys. Emulators get fixed keys.
   */
  private AwsCredentialsProvider credentials() {
    Optional<URI> emulated = environment.getProperty("aws.endpoint.url.dynamodb", URI.class);
    if (emulated.isEmpty()) {
      return AwsCredentialsProviderChain.of(
          EnvironmentVariableCredentialsProvider.create(),
          ContainerCredentialsProvider.builder().build());
    }
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            environment.getRequiredProperty("aws.access.key.id", String.class),
            environment.getRequiredProperty("aws.secret.access.key", String.class)));
  }
}
