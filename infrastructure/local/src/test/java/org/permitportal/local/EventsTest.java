package org.permitportal.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.permitportal.local.emulators.AwsJson;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class EventsTest {
  private final Fixture fixture = Fixture.shared();
  private final String id = UUID.randomUUID().toString();

  private void put(String kind) {
    ObjectNode input = Json.object().put("TableName", fixture.stack.physicalId("ThingsTable"));
    ObjectNode item = input.putObject("Item");
    item.putObject("pk").put("S", id);
    item.putObject("sk").put("S", kind);
    item.putObject("kind").put("S", kind);
    String endpoint = fixture.stack.endpoints().getOrDefault("AWS_ENDPOINT_URL_DYNAMODB", "");
    new AwsJson(URI.create(endpoint), "dynamodb").call("DynamoDB_20120810.PutItem", input);
  }

  private Stream<JsonNode> watched() {
    return fixture.calls.stream()
        .filter(call -> call.function().equals("WatchFunction"))
        .map(call -> Json.read(call.event()));
  }

  private static <T> T soon(Supplier<Optional<T>> found) throws InterruptedException {
    long until = System.nanoTime() + 10_000_000_000L;
    while (System.nanoTime() < until) {
      Optional<T> one = found.get();
      if (one.isPresent()) {
        return one.get();
      }
      Thread.sleep(20);
    }
    throw new AssertionError("nothing came in 10 s");
  }

  private JsonNode record(Predicate<JsonNode> wanted) throws InterruptedException {
    return soon(
        () ->
            watched()
                .flatMap(event -> event.path("Records").valueStream())
                .filter(record -> record.at("/dynamodb/Keys/pk/S").asText().equals(id))
                .filter(wanted)
                .findFirst());
  }

  @Test
  void aWrittenItemReachesTheFunctionThroughTheFilter() throws Exception {
    put("SILENT");
    put("TOLD 1");
    JsonNode record = record(_ -> true);
    assertThat(record.path("eventName").asText()).isEqualTo("INSERT");
    assertThat(record.path("eventSource").asText()).isEqualTo("aws:dynamodb");
    assertThat(record.at("/dynamodb/NewImage/kind/S").asText()).isEqualTo("TOLD 1");
    assertThat(record.path("eventSourceARN").asText()).contains("ThingsTable");
    assertThat(watched().map(JsonNode::toString)).noneMatch(e -> e.contains("SILENT"));
  }

  @Test
  void aRecordReportedAsFailedComesAgainThenIsGivenUpAndTheNextOneComes() throws Exception {
    put("TOLD BAD");
    put("TOLD GOOD");
    record(record -> record.at("/dynamodb/Keys/sk/S").asText().equals("TOLD BAD"));
    JsonNode failure =
        soon(
            () ->
                fixture.stack.failures().stream()
                    .filter(one -> one.toString().contains(id))
                    .findFirst());
    assertThat(failure.path("function").asText()).isEqualTo("WatchFunction");
    long tries = watched().filter(e -> e.toString().contains(id)).count();
    assertThat(tries).isGreaterThanOrEqualTo(2);
    put("TOLD LAST");
    record(record -> record.at("/dynamodb/Keys/sk/S").asText().equals("TOLD LAST"));
  }

  @Test
  void aNewObjectReachesTheFunctionOfTheRuleThatMatches() throws Exception {
    String bucket = fixture.stack.physicalId("Files");
    try (S3Client s3 = s3()) {
      RequestBody body = RequestBody.fromBytes("12345".getBytes(UTF_8));
      s3.putObject(put -> put.bucket(bucket).key("other/" + id), body);
      s3.putObject(put -> put.bucket(bucket).key("draft/" + id), body);
    }
    JsonNode event =
        soon(
            () ->
                watched()
                    .filter(e -> e.at("/detail/object/key").asText().equals("draft/" + id))
                    .findFirst());
    assertThat(event.path("detail-type").asText()).isEqualTo("Object Created");
    assertThat(event.path("source").asText()).isEqualTo("aws.s3");
    assertThat(event.at("/resources/0").asText()).isEqualTo("arn:aws:s3:::" + bucket);
    assertThat(event.at("/detail/object/size").asInt()).isEqualTo(5);
    assertThat(event.at("/detail/object/etag").asText()).matches("[0-9a-f]{32}");
    assertThat(event.at("/detail/reason").asText()).isEqualTo("PutObject");
    assertThat(watched().map(JsonNode::toString)).noneMatch(e -> e.contains("other/" + id));
  }

  private S3Client s3() {
    return S3Client.builder()
        .region(Region.US_EAST_1)
        .endpointOverride(
            URI.create(fixture.stack.endpoints().getOrDefault("AWS_ENDPOINT_URL_S3", "")))
        .forcePathStyle(true)
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(AwsJson.ACCESS_KEY, AwsJson.SECRET_KEY)))
        .build();
  }
}
