package org.permitportal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The contract as API Gateway imports it, by operation. */
public final class Contract {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final JsonNode ROOT = Yaml.read("infrastructure/definitions/target/openapi.json");

  private Contract() {}

  /** One operation. */
  public record Operation(String id, String method, String path, JsonNode node) {
    /** {@code x-portal-caller}. */
    public String caller() {
      return node.path("x-portal-caller").asText();
    }

    /** {@code x-portal-roles}: those of staff or of an account's members. */
    public Set<String> roles() {
      Set<String> roles = new TreeSet<>();
      node.path("x-portal-roles").forEach(role -> roles.add(role.asText()));
      return roles;
    }

    /** Its parameters, references resolved. */
    public List<JsonNode> parameters() {
      List<JsonNode> parameters = new ArrayList<>();
      node.path("parameters").forEach(p -> parameters.add(resolved(p)));
      return parameters;
    }

    /** The schema of its JSON body, or a missing node. */
    public JsonNode body() {
      return resolved(resolved(node.path("requestBody")).at("/content/application~1json/schema"));
    }

    /** The documented answers by status; {@code default} among them. */
    public Map<String, JsonNode> responses() {
      Map<String, JsonNode> responses = new TreeMap<>();
      node.path("responses")
          .properties()
          .forEach(r -> responses.put(r.getKey(), resolved(r.getValue())));
      return responses;
    }
  }

  /** Every operation, by its id. */
  public static Map<String, Operation> operations() {
    Map<String, Operation> operations = new TreeMap<>();
    ROOT.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (METHODS.contains(method.getKey())) {
                            String id = method.getValue().path("operationId").asText();
                            operations.put(
                                id,
                                new Operation(
                                    id,
                                    method.getKey().toUpperCase(java.util.Locale.ROOT),
                                    path.getKey(),
                                    method.getValue()));
                          }
                        }));
    return operations;
  }

  /** The whole document. */
  public static JsonNode root() {
    return ROOT;
  }

  /** What a reference stands for; anything else is itself. */
  public static JsonNode resolved(JsonNode node) {
    JsonNode at = node;
    while (at.has("$ref")) {
      at = ROOT.at(at.get("$ref").asText().substring(1));
    }
    return at;
  }
}
