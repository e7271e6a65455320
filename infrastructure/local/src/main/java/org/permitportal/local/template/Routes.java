package org.permitportal.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads the contract's routes. A route's integration must be the alias of a function. A route may
 * have one security scheme, with a JWT authorizer.
 */
final class Routes {
  private static final Pattern ALIAS = Pattern.compile(".*:function:([^:]+):[^:]+");

  private final YamlFile file;
  private final JsonNode contract;
  private final Stack stack;
  private final Attributes attributes;
  private final List<Function> functions;

  Routes(YamlFile file, Stack stack, Attributes attributes, List<Function> functions) {
    this.file = file;
    this.contract = file.tree();
    this.stack = stack;
    this.attributes = attributes;
    this.functions = functions;
  }

  List<Route> read() {
    List<Route> routes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (App.isMethod(method.getKey())) {
          routes.add(route(path.getKey(), method.getKey(), method.getValue()));
        }
      }
    }
    return List.copyOf(routes);
  }

  private Route route(String path, String method, JsonNode operation) {
    return new Route(
        method.toUpperCase(Locale.ROOT),
        path,
        operation.path("operationId").asText(),
        operation.path("x-portal-caller").asText(),
        security(operation),
        functionOf(operation));
  }

  private String functionOf(JsonNode operation) {
    JsonNode integration = operation.path("x-amazon-apigateway-integration");
    if (!integration.path("payloadFormatVersion").asText().equals("2.0")) {
      throw file.fault(operation, "has no integration with payloadFormatVersion 2.0");
    }
    Matcher alias = ALIAS.matcher(stack.resolve(integration.path("uri"), attributes).asText());
    String name = alias.matches() ? alias.group(1) : "";
    return functions.stream()
        .filter(known -> name.equals(named(known)))
        .findFirst()
        .orElseThrow(
            () -> file.fault(operation, "has no function's alias as its integration's uri"))
        .logicalId();
  }

  private static String named(Function function) {
    return function.properties().path("FunctionName").asText(function.logicalId());
  }

  private Route.@Nullable Security security(JsonNode operation) {
    JsonNode asked =
        operation.has("security") ? operation.path("security") : contract.path("security");
    if (asked.isEmpty()) {
      return null;
    }
    Map.Entry<String, JsonNode> first = asked.path(0).properties().iterator().next();
    JsonNode authorizer =
        contract
            .path("components")
            .path("securitySchemes")
            .path(first.getKey())
            .path("x-amazon-apigateway-authorizer");
    JsonNode jwt = stack.resolve(authorizer.path("jwtConfiguration"), attributes);
    if (asked.size() != 1
        || !authorizer.path("type").asText().equals("jwt")
        || !authorizer.path("identitySource").asText().equals("$request.header.Authorization")
        || !jwt.hasNonNull("issuer")) {
      throw file.fault(operation, "needs one security scheme with a JWT authorizer");
    }
    return new Route.Security(
        first.getKey(),
        attributes.issuers().apply(jwt.path("issuer").asText()),
        strings(jwt.path("audience")),
        strings(first.getValue()));
  }

  private static List<String> strings(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
