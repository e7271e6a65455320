package org.permitportal.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Applies the contract's {@code x-amazon-apigateway-cors}. Answers preflight requests and replaces
 * the CORS headers in functions' answers.
 */
final class Cors {
  private final JsonNode rules;

  Cors(JsonNode rules) {
    this.rules = rules;
  }

  boolean isPreflight(Call call) {
    return rules.isObject()
        && call.method().equals("OPTIONS")
        && call.headers().containsKey("origin")
        && call.headers().containsKey("access-control-request-method");
  }

  Answer preflight(Call call) {
    Answer answer = new Answer(204, new TreeMap<>(), List.of(), new byte[0]);
    if (allows(call)) {
      set(answer.headers(), "access-control-allow-methods", "allowMethods");
      set(answer.headers(), "access-control-allow-headers", "allowHeaders");
      if (rules.has("maxAge")) {
        answer.with("access-control-max-age", rules.path("maxAge").asText());
      }
      addTo(answer, call);
    }
    return answer;
  }

  void addTo(Answer answer, Call call) {
    if (!rules.isObject()) {
      return;
    }
    answer
        .headers()
        .keySet()
        .removeIf(name -> name.startsWith("access-control-") && !isPreflight(call));
    if (allows(call)) {
      boolean any = list("allowOrigins").contains("*");
      answer.with("access-control-allow-origin", any ? "*" : origin(call));
      if (!any) {
        answer.with("vary", "Origin");
      }
      set(answer.headers(), "access-control-expose-headers", "exposeHeaders");
      if (rules.path("allowCredentials").asBoolean()) {
        answer.with("access-control-allow-credentials", "true");
      }
    }
  }

  private boolean allows(Call call) {
    List<String> origins = list("allowOrigins");
    return call.headers().containsKey("origin")
        && (origins.contains("*") || origins.contains(origin(call)));
  }

  private static String origin(Call call) {
    return call.headers().getOrDefault("origin", "");
  }

  private void set(Map<String, String> headers, String header, String rule) {
    if (rules.has(rule)) {
      headers.put(header, list(rule).stream().collect(Collectors.joining(",")));
    }
  }

  private List<String> list(String rule) {
    return StreamSupport.stream(rules.path(rule).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
