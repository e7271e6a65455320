package org.permitportal.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as it arrived.
 *
 * @param path the path, not decoded
 * @param query the query, not decoded; empty when the request has none
 * @param headers the headers without cookies, by lower-case name; several values of one name are
 *     joined by commas
 * @param address the client's IP address
 * @param body the body; null when it exceeds API Gateway's limit
 */
@SuppressWarnings("ArrayRecordComponent") // a body, never compared
public record Call(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    List<String> cookies,
    String address,
    String protocol,
    byte @Nullable [] body) {
  static final int BODY_LIMIT = 10 * 1024 * 1024;
  private static final int DRAINED = 64 * 1024 * 1024;

  static Call of(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    List<String> cookies = new ArrayList<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (name.equalsIgnoreCase("cookie")) {
                values.forEach(value -> cookies.addAll(List.of(value.split(";\\s*", -1))));
              } else {
                headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values));
              }
            });
    String query = exchange.getRequestURI().getRawQuery();
    return new Call(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        query == null ? "" : query,
        headers,
        cookies,
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        exchange.getProtocol(),
        body(exchange.getRequestBody()));
  }

  private static byte @Nullable [] body(InputStream stream) throws IOException {
    byte[] body = stream.readNBytes(BODY_LIMIT);
    if (stream.read() < 0) {
      return body;
    }
    // A client that is still sending would not see the answer. So read the rest of the body, but
    // not an endless one.
    stream.skip(DRAINED);
    return null;
  }

  /** Returns the query's parameters, decoded. Several values of one name are joined by commas. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        String value = parts.length == 1 ? "" : decoded(parts[1]);
        parameters.merge(decoded(parts[0]), value, (left, right) -> left + "," + right);
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** Decodes a segment of a path. A plus sign stays a plus sign. */
  static String decodedSegment(String text) {
    return decoded(text.replace("+", "%2B"));
  }
}
