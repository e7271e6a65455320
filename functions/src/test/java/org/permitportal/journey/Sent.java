package org.permitportal.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that is sent directly to the bucket, as a signed upload describes it. Tests can change
 * it.
 */
public final class Sent {
  private String url;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private byte[] body = new byte[0];

  private Sent(String url) {
    this.url = url;
  }

  /** Returns the request that the contract's {@code Upload} describes. */
  public static Sent of(JsonNode upload) {
    Sent sent = new Sent(upload.path("url").asText());
    upload
        .path("headers")
        .properties()
        .forEach(h -> sent.headers.put(h.getKey(), h.getValue().asText()));
    return sent;
  }

  public Sent bytes(byte[] bytes) {
    body = bytes;
    return this;
  }

  public Sent header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Sent without(String header) {
    headers.remove(header);
    return this;
  }

  public Sent replacing(String inUrl, String by) {
    String changed = url.replaceFirst(inUrl, by);
    if (changed.equals(url)) {
      throw new AssertionError("No " + inUrl + " in the link");
    }
    url = changed;
    return this;
  }

  public HttpResponse<byte[]> put() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return sent(request.build());
  }

  public static HttpResponse<byte[]> get(String url) {
    return sent(HttpRequest.newBuilder(URI.create(url)).build());
  }

  private static HttpResponse<byte[]> sent(HttpRequest request) {
    // Each request has its own connection, because the store closes a connection when it refuses a
    // request without reading its body.
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError("No answer from the bucket", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public void expect(int status) {
    HttpResponse<byte[]> response = put();
    if (response.statusCode() != status) {
      throw new AssertionError(
          response.statusCode()
              + " instead of "
              + status
              + " "
              + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
