package org.permitportal.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the contract that API Gateway imports. It adds each operation's security and integration to
 * the contract that people write. The operation's id names the function that the route calls. The
 * function's nested template also has the role with which API Gateway calls the function. The
 * operation's kind of caller determines the token that the route requires.
 */
final class DeployedContract {
  /**
   * The scope that a token must have. Only access tokens have it. Without this rule, the authorizer
   * would accept ID tokens too.
   */
  private static final String SCOPE = "aws.cognito.signin.user.admin";

  /**
   * The security scheme for each kind of caller that sends a Cognito token. Other callers send
   * none.
   */
  private static final Map<String, String> SCHEMES =
      Map.of("applicant", "contractors", "staff", "staff");

  private static final Pattern FUNCTION = Pattern.compile("(?m)^  (\\w+)Function:$");

  private final YamlFile contract;
  private final Map<String, String> contexts;
  private final Problems problems;

  /**
   * Reads the names of each context's functions from the nested templates.
   *
   * @param functions the folder with one template for each context
   */
  DeployedContract(YamlFile contract, Path functions, Problems problems) throws IOException {
    this.contract = contract;
    this.contexts = contexts(functions);
    this.problems = problems;
  }

  /** Returns a copy of the contract with each operation's security and integration. */
  JsonNode make() {
    ObjectNode copy = contract.root().deepCopy();
    for (Map.Entry<String, JsonNode> path : copy.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (method.getValue() instanceof ObjectNode operation && operation.has("operationId")) {
          complete(operation, Place.member(Place.member("paths", path.getKey()), method.getKey()));
        }
      }
    }
    return copy;
  }

  private void complete(ObjectNode operation, String place) {
    String id = operation.path("operationId").asText();
    String context = contexts.get(id);
    if (context == null) {
      contract.problem(
          problems,
          Place.member(place, "operationId"),
          "no template in infrastructure/functions has the function of '" + id + "'");
      return;
    }
    ArrayNode security = operation.putArray("security");
    String scheme = SCHEMES.get(operation.path("x-portal-caller").asText());
    if (scheme != null) {
      security.addObject().putArray(scheme).add(SCOPE);
    }
    ObjectNode integration = operation.putObject("x-amazon-apigateway-integration");
    integration.put("type", "aws_proxy");
    integration.put("httpMethod", "POST");
    integration.put("payloadFormatVersion", "2.0");
    integration.set(
        "uri",
        intrinsic(
            "Fn::Sub",
            JsonNodeFactory.instance.textNode(
                "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:"
                    + "${FunctionPrefix}-"
                    + id
                    + ":live")));
    integration.set(
        "credentials",
        intrinsic(
            "Fn::GetAtt",
            JsonNodeFactory.instance
                .arrayNode()
                .add(context + "Functions")
                .add("Outputs.ApiRoleArn")));
  }

  private static ObjectNode intrinsic(String name, JsonNode argument) {
    return JsonNodeFactory.instance.objectNode().set(name, argument);
  }

  /**
   * Returns each operation's context, by the operation's id. A context's name begins with a capital
   * letter, as in the parent template.
   */
  private static Map<String, String> contexts(Path functions) throws IOException {
    Map<String, String> contexts = new HashMap<>();
    if (!Files.isDirectory(functions)) {
      return contexts;
    }
    List<Path> templates;
    try (Stream<Path> files = Files.list(functions)) {
      templates = files.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
    for (Path template : templates) {
      String context = capital(template.getFileName().toString().replace(".yaml", ""));
      Matcher function = FUNCTION.matcher(Files.readString(template));
      while (function.find()) {
        String name = function.group(1);
        contexts.put(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), context);
      }
    }
    return contexts;
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
