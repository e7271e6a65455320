package org.permitportal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the operations of the contract that API Gateway imports. */
public final class Contract {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final JsonNode ROOT = Yaml.read("infrastructure/definitions/target/openapi.json");

  private Contract() {}

  /** One operation. */
  public record Operation(String id, String method, String path, JsonNode node) {
    /** Returns the kind of caller, {@code x-portal-caller}. */
    public String caller() {
      return node.path("x-portal-caller").asText();
    }

    /** Returns {@code x-portal-roles}: the roles of staff or of an account's members. */
    public Set<String> roles() {
      Set<String> roles = new TreeSet<>();
      node.path("x-portal-roles").forEach(role -> roles.add(role.asText()));
      return roles;
    }

    /** Returns the parameters, with references resolved. */
    public List<JsonNode> parameters() {
      List<JsonNode> parameters = new ArrayList<>();
      node.path("parameters").forEach(p -> parameters.add(resolved(p)));
      return parameters;
    }

    /** Returns the schema of the JSON body, or a missing node. */
    public JsonNode body() {
      return resolved(resolved(node.path("requestBody")).at("/content/application~1json/schema"));
    }

    /** Returns the documented answers by status, including {@code default}. */
    public Map<String, JsonNode> responses() {
      Map<String, JsonNode> responses = new TreeMap<>();
      node.path("responses")
          .properties()
          .forEach(r -> responses.put(r.getKey(), resolved(r.getValue())));
      return responses;
    }
  }

  /** Returns every operation by its id. */
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

  /** Returns the whole document. */
  public static JsonNode root() {
    return ROOT;
  }

  /** Returns the node to which a reference refers. Returns any other node unchanged. */
  public static JsonNode resolved(JsonNode node) {
    JsonNode at = node;
    while (at.has("$ref")) {
      at = ROOT.at(at.get("$ref").asText().substring(1));
    }
    return at;
  }
}
