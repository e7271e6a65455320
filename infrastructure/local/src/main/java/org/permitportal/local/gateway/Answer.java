package org.permitportal.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.permitportal.local.Json;

/**
 * An HTTP response.
 *
 * @param headers the headers, by lower-case name; without cookies
 * @param cookies the values of the {@code set-cookie} headers
 */
@SuppressWarnings("ArrayRecordComponent") // a body, never compared
public record Answer(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
  /** Returns an answer that API Gateway itself gives, without a function. */
  static Answer message(int status, String message) {
    return of(status, "application/json", Json.bytes(Json.object().put("message", message)));
  }

  /** Returns an answer with a page or a file of the local run. */
  public static Answer of(int status, String type, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", type);
    return new Answer(status, headers, List.of(), body);
  }

  /** Returns an answer with an HTML page of the local run. */
  public static Answer html(String page) {
    return of(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns the response for a function's reply in payload format 2.0. If the reply has no status
   * code, the whole reply is the response's body.
   */
  static Answer ofFunction(byte[] reply) {
    JsonNode tree;
    try {
      tree = Json.read(reply);
    } catch (IllegalArgumentException e) {
      return message(500, "Internal Server Error");
    }
    if (!tree.has("statusCode")) {
      return of(200, "application/json", reply);
    }
    if (!tree.path("statusCode").canConvertToInt()) {
      return message(500, "Internal Server Error");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    tree.path("headers")
        .properties()
        .forEach(
            e -> headers.put(e.getKey().toLowerCase(java.util.Locale.ROOT), e.getValue().asText()));
    List<String> cookies = new ArrayList<>();
    tree.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    byte[] body = tree.path("body").asText("").getBytes(StandardCharsets.UTF_8);
    if (tree.path("isBase64Encoded").asBoolean()) {
      body = Base64.getDecoder().decode(body);
    }
    headers.putIfAbsent("content-type", "text/plain;charset=UTF-8");
    return new Answer(tree.path("statusCode").asInt(), headers, cookies, body);
  }

  /** Adds a header and returns this answer. */
  public Answer with(String header, String value) {
    headers.put(header, value);
    return this;
  }
}
