package org.permitportal.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.permitportal.contract.Contract.Operation;
import org.permitportal.contract.Yaml;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.ThePortal;

/** Makes calls from the sample events of the operations, without credentials of a caller. */
final class SampleCall {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> SHOWN = Set.of("authorization", "x-draft-token");

  private SampleCall() {}

  /**
   * Returns a call from an IP address of its own. The path's parameters must still be filled in.
   */
  static ApiCall of(Operation operation) {
    ApiCall call = ApiCall.of(operation.id()).from(ApiCall.anAddress());
    JsonNode event = event(operation.id());
    event
        .path("headers")
        .properties()
        .forEach(
            header -> {
              if (header.getKey().equals("if-match")) {
                // No item has this version, so allowed calls change nothing.
                call.header("if-match", "\"999\"");
              } else if (header.getKey().equals("origin")) {
                call.header("origin", ThePortal.stack().url());
              } else if (!SHOWN.contains(header.getKey())) {
                call.header(header.getKey(), header.getValue().asText());
              }
            });
    event.path("cookies").forEach(cookie -> call.header("cookie", cookie.asText()));
    event
        .path("queryStringParameters")
        .properties()
        .forEach(parameter -> call.query(parameter.getKey(), parameter.getValue().asText()));
    if (event.path("body").isTextual()) {
      call.body(event.path("body").asText());
    }
    return call;
  }

  private static JsonNode event(String operationId) {
    try {
      return JSON.readTree(Yaml.ROOT.resolve("events").resolve(operationId + ".json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
