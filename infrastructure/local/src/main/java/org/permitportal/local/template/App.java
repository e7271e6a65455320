package org.permitportal.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.permitportal.local.Fault;
import org.permitportal.local.Json;

/**
 * The app's functions and routes, read from the template and the contract. All values are resolved.
 *
 * @param cors the contract's {@code x-amazon-apigateway-cors}; a missing node when the contract has
 *     none
 * @param contract the name of the contract's file
 */
public record App(List<Function> functions, List<Route> routes, JsonNode cors, String contract) {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch");

  /**
   * Reads functions and routes.
   *
   * @throws Fault when template and contract do not fit together; it names file and line
   */
  public static App read(Path root, Stack stack, Attributes attributes) {
    List<Function> functions = new ArrayList<>();
    for (Resource resource : stack.resources("AWS::Serverless::Function")) {
      functions.add(function(resource, attributes));
    }
    List<Resource> apis = stack.resources("AWS::Serverless::HttpApi");
    if (apis.size() != 1) {
      throw new Fault("template.yaml: needs one AWS::Serverless::HttpApi, has " + apis.size());
    }
    Resource api = apis.getFirst();
    JsonNode include =
        api.definition().path("Properties").path("DefinitionBody").path("Fn::Transform");
    String location = include.path("Parameters").path("Location").asText();
    if (!include.path("Name").asText().equals("AWS::Include") || location.isEmpty()) {
      throw api.fault("has no DefinitionBody that includes a file");
    }
    YamlFile file = YamlFile.read(root, location);
    List<Route> routes = new Routes(file, api.stack(), attributes, functions).read();
    JsonNode cors = api.stack().resolve(file.tree().path("x-amazon-apigateway-cors"), attributes);
    return new App(functions, routes, cors, location);
  }

  /**
   * Returns the function with this logical id.
   *
   * @throws Fault when the template has no such function
   */
  public Function function(String logicalId) {
    return functions.stream()
        .filter(function -> function.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow(() -> new Fault("template.yaml has no function " + logicalId));
  }

  private static Function function(Resource resource, Attributes attributes) {
    JsonNode globals = resource.stack().file().tree().path("Globals").path("Function");
    JsonNode own = resource.definition().path("Properties");
    JsonNode properties = resource.stack().resolve(merged(globals, own), attributes);
    String handler = properties.path("Handler").asText();
    if (handler.isEmpty()) {
      throw resource.fault("names no Handler");
    }
    Map<String, String> environment = new LinkedHashMap<>();
    properties
        .path("Environment")
        .path("Variables")
        .properties()
        .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
    List<Trigger> triggers = new ArrayList<>();
    properties
        .path("Events")
        .properties()
        .forEach(entry -> triggers.add(trigger(resource, entry.getKey(), entry.getValue())));
    return new Function(
        resource.logicalId(),
        operationId(resource.logicalId()),
        handler.split("::", 2)[0],
        environment,
        Duration.ofSeconds(properties.path("Timeout").asLong(3)),
        triggers,
        properties);
  }

  private static Trigger trigger(Resource resource, String name, JsonNode event) {
    JsonNode properties = event.path("Properties");
    String type = event.path("Type").asText();
    return switch (type) {
      case "DynamoDB" -> new Trigger.OfStream(name, properties);
      case "EventBridgeRule", "CloudWatchEvent" -> new Trigger.OfRule(name, properties);
      case "Schedule" -> new Trigger.OfSchedule(name, properties, false);
      case "ScheduleV2" -> new Trigger.OfSchedule(name, properties, true);
      default ->
          throw resource.fault("has an event " + name + " of type '" + type + "', unknown here");
    };
  }

  private static String operationId(String logicalId) {
    String name = logicalId.replaceFirst("Function$", "");
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /**
   * Adds the template's Globals to a function's properties, by SAM's rule. Maps are merged and
   * lists are joined. Any other value of the function replaces the value in Globals.
   */
  private static JsonNode merged(JsonNode globals, JsonNode own) {
    if (globals instanceof ObjectNode left && own instanceof ObjectNode right) {
      if (isIntrinsic(left) || isIntrinsic(right)) {
        return own;
      }
      ObjectNode result = Json.object();
      result.setAll(left);
      right
          .properties()
          .forEach(
              entry ->
                  result.set(entry.getKey(), merged(left.path(entry.getKey()), entry.getValue())));
      return result;
    }
    if (globals instanceof ArrayNode left && own instanceof ArrayNode right) {
      return Json.array().addAll(left).addAll(right);
    }
    return own;
  }

  private static boolean isIntrinsic(ObjectNode node) {
    return node.size() == 1 && (node.has("Ref") || node.fieldNames().next().startsWith("Fn::"));
  }

  /** Returns whether a member of OpenAPI's path item is an HTTP method. */
  static boolean isMethod(String name) {
    return METHODS.contains(name);
  }
}
