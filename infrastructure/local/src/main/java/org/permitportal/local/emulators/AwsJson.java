package org.permitportal.local.emulators;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.permitportal.local.Fault;
import org.permitportal.local.Json;

/** Calls an emulator by AWS's JSON protocol. */
public final class AwsJson {
  /**
   * The access key id of the local run's only credentials. DynamoDB Local requires letters and
   * digits.
   */
  public static final String ACCESS_KEY = "local";

  public static final String SECRET_KEY = "localsecret";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI endpoint;
  private final String service;

  public AwsJson(URI endpoint, String service) {
    this.endpoint = endpoint;
    this.service = service;
  }

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param error the error's name without its namespace; empty when there was no error
   */
  public record Reply(int status, JsonNode body, String error) {}

  /**
   * Makes a call and returns its answer with any status.
   *
   * @param target the API and the operation, such as {@code DynamoDB_20120810.ListTables}
   * @throws Fault when the emulator does not answer
   */
  public Reply send(String target, JsonNode input) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", target)
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential="
                    + ACCESS_KEY
                    + "/20260101/us-east-1/"
                    + service
                    + "/aws4_request, SignedHeaders=host, Signature=0")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(input)))
            .build();
    try {
      HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
      JsonNode body = response.body().length == 0 ? Json.object() : Json.read(response.body());
      return new Reply(
          response.statusCode(), body, body.path("__type").asText().replaceFirst(".*#", ""));
    } catch (IOException e) {
      throw new Fault(service + " does not answer at " + endpoint, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault("interrupted", e);
    }
  }

  /**
   * Makes a call that must succeed, and returns the answer's body.
   *
   * @throws Fault when the call fails
   */
  public JsonNode call(String target, JsonNode input) {
    Reply reply = send(target, input);
    if (reply.status() != 200) {
      throw new Fault(target + " failed: " + reply.error() + " " + message(reply.body()));
    }
    return reply.body();
  }

  private static String message(JsonNode body) {
    return body.path("message").asText(body.path("Message").asText());
  }
}
