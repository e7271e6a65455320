package org.permitportal.localstack;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.emulators.AwsJson;
import org.permitportal.local.emulators.Tables;
import org.permitportal.local.template.Attributes;
import org.permitportal.local.template.Resource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The LocalStack container of all suites. It has the tables and the bucket of
 * infrastructure/storage.yaml.
 */
final class LocalStack {
  /** The container's image, in the last version that needs no token. */
  private static final String IMAGE = "localstack/localstack:4.14.0";

  private static final boolean ENGINE = DockerClientFactory.instance().isDockerAvailable();

  private static @Nullable Map<String, String> started;

  private LocalStack() {}

  /**
   * Returns the container's addresses and keys as environment variables. The first call starts the
   * container. When a start has failed, the next call tries again, so that each test class reports
   * the reason. Without a Docker engine the test is skipped, but with {@code CI=true} it fails.
   */
  static synchronized Map<String, String> endpoints() {
    if (!ENGINE) {
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError("CI=true, but no Docker engine answers");
      }
      System.out.println("SKIPPED: no Docker");
      Assumptions.abort("no Docker");
    }
    if (started == null) {
      started = start();
    }
    return started;
  }

  private static Map<String, String> start() {
    String image = System.getenv("LOCALSTACK_IMAGE");
    LocalStackContainer container =
        new LocalStackContainer(
            DockerImageName.parse(image == null ? IMAGE : image)
                .asCompatibleSubstituteFor("localstack/localstack"));
    container
        .withServices("dynamodb", "dynamodbstreams", "s3")
        .withEnv("S3_SKIP_SIGNATURE_VALIDATION", "0") // By default it takes tampered links.
        .withEnv("PROVIDER_OVERRIDE_DYNAMODB", "v2")
        .withEnv("PROVIDER_OVERRIDE_DYNAMODBSTREAMS", "v2")
        // The container is ready after 10 s when nothing else runs. The default limit of a minute
        // is too short while the pages' build, their pictures and two test JVMs run on two cores.
        .withStartupTimeout(Duration.ofMinutes(4));
    container.start();
    Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
    new Tables(new AwsJson(container.getEndpoint(), "dynamodb"))
        .create(resources("AWS::DynamoDB::Table"), ThePortal.stack().attributes());
    makeBuckets(container);
    return endpoints(container);
  }

  private static List<Resource> resources(String type) {
    List<Resource> resources = ThePortal.stack().template().resources(type);
    if (resources.isEmpty()) {
      throw new AssertionError("The template has no " + type);
    }
    return resources;
  }

  private static void makeBuckets(LocalStackContainer container) {
    Attributes attributes = ThePortal.stack().attributes();
    try (S3Client s3 =
        S3Client.builder()
            .endpointOverride(container.getEndpoint())
            .forcePathStyle(true)
            .region(Region.of(Attributes.REGION))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey())))
            .build()) {
      resources("AWS::S3::Bucket")
          .forEach(bucket -> s3.createBucket(c -> c.bucket(attributes.bucket(bucket))));
    }
  }

  private static Map<String, String> endpoints(LocalStackContainer container) {
    URI endpoint = container.getEndpoint();
    Map<String, String> endpoints = new HashMap<>();
    endpoints.put("AWS_ACCESS_KEY_ID", container.getAccessKey());
    endpoints.put("AWS_SECRET_ACCESS_KEY", container.getSecretKey());
    endpoints.put("AWS_ENDPOINT_URL_DYNAMODB", endpoint.toString());
    endpoints.put("AWS_ENDPOINT_URL_S3", endpoint.toString());
    return endpoints;
  }
}
