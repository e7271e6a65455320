package org.permitportal.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import org.permitportal.contract.Contract;

/**
 * One call of an operation through the local API. The operationId names the operation. Every answer
 * is checked against the contract and recorded in {@link ContractCoverage}.
 */
public final class ApiCall {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final AtomicInteger ADDRESSES = new AtomicInteger();
  private final Contract.Operation operation;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
  private String path;
  private String body;

  private ApiCall(Contract.Operation operation) {
    this.operation = operation;
    this.path = operation.path();
  }

  /** Begins a call. */
  public static ApiCall of(String operationId) {
    Contract.Operation operation = Contract.operations().get(operationId);
    if (operation == null) {
      throw new AssertionError("The contract has no operation " + operationId);
    }
    return new ApiCall(operation);
  }

  /** Fills in a path parameter. */
  public ApiCall path(String name, String value) {
    path = path.replace("{" + name + "}", encoded(value));
    return this;
  }

  /** Adds a query parameter. */
  public ApiCall query(String name, String value) {
    query.add(name + "=" + encoded(value));
    return this;
  }

  /** Adds a header. */
  public ApiCall header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Adds an access token. */
  public ApiCall bearer(String token) {
    return header("authorization", "Bearer " + token);
  }

  /** Adds a draft's id and token. */
  public ApiCall draft(String draftId, String token) {
    return path("draftId", draftId).header("x-draft-token", token);
  }

  /** Adds the version to edit, in If-Match. */
  public ApiCall ifMatch(long version) {
    return header("if-match", "\"" + version + "\"");
  }

  /** Sets the caller's IP address, in the header that CloudFront sends. */
  public ApiCall from(String address) {
    return header("cloudfront-viewer-address", address + ":46532")
        .header("x-origin-secret", ThePortal.ORIGIN_SECRET);
  }

  /** Returns an IP address that no other caller has. */
  public static String anAddress() {
    int n = ADDRESSES.incrementAndGet();
    return "10." + (n >> 16) + "." + (n >> 8 & 255) + "." + (n & 255);
  }

  /** Adds a JSON body, given as names and values in turn. Leaves out null values. */
  public ApiCall json(Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        members.put((String) namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return body(JSON.valueToTree(members).toString());
  }

  /** Adds a body, unchanged. */
  public ApiCall body(String text) {
    body = text;
    headers.putIfAbsent("content-type", "application/json");
    return this;
  }

  /** Makes the call. Fails when the answer is not in the contract. */
  public Answer send() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ThePortal.stack().url() + path + query))
            .method(
                operation.method(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      Answer answer =
          new Answer(
              response.statusCode(),
              response.headers(),
              response.body().isEmpty() ? JSON.missingNode() : JSON.readTree(response.body()));
      ContractCoverage.record(operation, answer);
      return answer;
    } catch (IOException e) {
      throw new AssertionError("No answer from " + operation.id(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Makes the call and expects this status. */
  public Answer expect(int status) {
    Answer answer = send();
    if (answer.status() != status) {
      throw new AssertionError(
          operation.id() + ": " + answer.status() + " instead of " + status + " " + answer.body());
    }
    return answer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** An answer. */
  public record Answer(int status, java.net.http.HttpHeaders headers, JsonNode body) {
    /**
     * Returns the text of a member of the answer's body.
     *
     * @param pointer the member's JSON pointer
     */
    public String text(String pointer) {
      JsonNode node = body.at(pointer);
      if (node.isMissingNode()) {
        throw new AssertionError("No " + pointer + " in " + body);
      }
      return node.asText();
    }

    /** Returns the problem's code. */
    public String code() {
      return text("/code");
    }

    /** Returns the fields with errors and their codes, as {@code name REQUIRED}. */
    public List<String> errors() {
      return body.path("errors").findParents("field").stream()
          .map(e -> e.path("field").asText() + " " + e.path("code").asText())
          .toList();
    }

    /** Returns the version in the ETag. */
    public long version() {
      return Long.parseLong(header("etag").replace("\"", ""));
    }

    /** Returns a header that must be there. */
    public String header(String name) {
      return headers
          .firstValue(name)
          .orElseThrow(() -> new AssertionError("No header " + name + " in " + headers.map()));
    }

    /** Returns the value of a cookie that the answer sets. */
    public String cookie(String name) {
      return headers.allValues("set-cookie").stream()
          .filter(c -> c.startsWith(name + "="))
          .map(c -> c.substring(name.length() + 1, c.indexOf(';')))
          .findFirst()
          .orElseThrow(() -> new AssertionError("No cookie " + name));
    }
  }
}
