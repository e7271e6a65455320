package org.permitportal.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.permitportal.local.Fault;
import org.permitportal.local.Json;

/**
 * A template with its nested stacks. {@link #resolve} resolves intrinsic functions, because their
 * values are not known when the template is read.
 */
public final class Stack {
  /** The resource type of nested templates that SAM also transforms. */
  private static final String NESTED_FUNCTIONS = "AWS::Serverless::Application";

  /**
   * The types of resources that the local run knows. It emulates some types and ignores the others,
   * such as roles, alarms and keys.
   */
  private static final Set<String> SUPPORTED =
      Set.of(
          "AWS::Serverless::HttpApi",
          "AWS::Serverless::Function",
          NESTED_FUNCTIONS,
          "AWS::DynamoDB::Table",
          "AWS::S3::Bucket",
          "AWS::S3::BucketPolicy",
          "AWS::Cognito::UserPool",
          "AWS::Cognito::UserPoolClient",
          "AWS::Cognito::UserPoolGroup",
          "AWS::SecretsManager::Secret",
          "AWS::IAM::Role",
          "AWS::IAM::ManagedPolicy",
          "AWS::CloudFormation::Stack",
          "AWS::CloudFront::CachePolicy",
          "AWS::CloudFront::Distribution",
          "AWS::CloudFront::Function",
          "AWS::CloudFront::OriginAccessControl",
          "AWS::CloudFront::OriginRequestPolicy",
          "AWS::CloudFront::ResponseHeadersPolicy",
          "AWS::SES::EmailIdentity",
          "AWS::SES::ConfigurationSet",
          "AWS::SES::ConfigurationSetEventDestination",
          "AWS::SQS::Queue",
          "AWS::SQS::QueuePolicy",
          "AWS::SNS::Topic",
          "AWS::CloudWatch::Alarm",
          "AWS::KMS::Key",
          "AWS::KMS::Alias",
          "AWS::Logs::LogGroup");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

  private final YamlFile file;
  private final @Nullable Stack parent;
  private final Map<String, JsonNode> given;
  private final Map<String, Resource> resources = new LinkedHashMap<>();
  private final Map<String, Stack> nested = new LinkedHashMap<>();

  private Stack(Path root, String name, Map<String, JsonNode> given, @Nullable Stack parent) {
    this.file = YamlFile.read(root, name);
    this.parent = parent;
    this.given = given;
    file.tree()
        .path("Resources")
        .properties()
        .forEach(
            entry -> {
              String type = entry.getValue().path("Type").asText();
              if (!SUPPORTED.contains(type)) {
                throw file.fault(
                    entry.getValue(),
                    entry.getKey() + " is of type '" + type + "', unknown to the local run");
              }
              resources.put(
                  entry.getKey(), new Resource(this, entry.getKey(), type, entry.getValue()));
              JsonNode properties = entry.getValue().path("Properties");
              if (type.equals("AWS::CloudFormation::Stack")) {
                nest(root, name, entry.getKey(), properties.path("TemplateURL"), properties);
              } else if (type.equals(NESTED_FUNCTIONS)) {
                nest(root, name, entry.getKey(), properties.path("Location"), properties);
              }
            });
  }

  /**
   * Reads a template and the stacks nested in it.
   *
   * @param parameters values of template parameters, which replace the parameters' defaults
   * @throws Fault when the local run does not know a resource's type; it names file and line
   */
  public static Stack read(Path root, String name, Map<String, String> parameters) {
    Map<String, JsonNode> given = new HashMap<>();
    parameters.forEach((key, value) -> given.put(key, TextNode.valueOf(value)));
    return new Stack(root, name, given, null);
  }

  private void nest(
      Path root, String name, String logicalId, JsonNode location, JsonNode properties) {
    Path folder = Path.of(name).getParent();
    String url = location.asText();
    Map<String, JsonNode> values = new HashMap<>();
    properties.path("Parameters").properties().forEach(e -> values.put(e.getKey(), e.getValue()));
    String path = folder == null ? url : folder.resolve(url).normalize().toString();
    nested.put(logicalId, new Stack(root, path, values, this));
  }

  YamlFile file() {
    return file;
  }

  /**
   * Returns the resources of this type in this template and its nested templates, in the order of
   * the files.
   */
  public List<Resource> resources(String type) {
    return all().filter(resource -> resource.type().equals(type)).toList();
  }

  /**
   * Returns the resource with this logical id in this template or a nested template.
   *
   * @throws Fault when no template has this resource
   */
  public Resource resource(String logicalId) {
    return all()
        .filter(resource -> resource.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow(() -> new Fault("the template has no resource " + logicalId));
  }

  private Stream<Resource> all() {
    return Stream.concat(resources.values().stream(), nested.values().stream().flatMap(Stack::all));
  }

  /**
   * Returns the tree with every intrinsic function replaced by its value. Leaves out members and
   * items whose value is {@code AWS::NoValue}.
   */
  public JsonNode resolve(JsonNode node, Attributes attributes) {
    if (node instanceof ArrayNode list) {
      ArrayNode result = Json.array();
      for (JsonNode item : list) {
        JsonNode value = resolve(item, attributes);
        if (!value.isMissingNode()) {
          result.add(value);
        }
      }
      return result;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    if (object.size() == 1) {
      String function = object.fieldNames().next();
      JsonNode argument = object.path(function);
      if (function.equals("Ref") || function.startsWith("Fn::")) {
        return intrinsic(object, function, argument, attributes);
      }
    }
    ObjectNode result = Json.object();
    object
        .properties()
        .forEach(
            entry -> {
              JsonNode value = resolve(entry.getValue(), attributes);
              if (!value.isMissingNode()) {
                result.set(entry.getKey(), value);
              }
            });
    return result;
  }

  private JsonNode intrinsic(JsonNode at, String function, JsonNode argument, Attributes names) {
    return switch (function) {
      case "Ref" -> ref(at, argument.asText(), names);
      case "Fn::GetAtt" -> attribute(at, argument.path(0).asText(), tail(argument), names);
      case "Fn::Sub" -> TextNode.valueOf(substitute(at, argument, names));
      case "Fn::Join" -> {
        List<String> parts = new ArrayList<>();
        resolve(argument.path(1), names).forEach(part -> parts.add(part.asText()));
        yield TextNode.valueOf(String.join(argument.path(0).asText(), parts));
      }
      case "Fn::If" ->
          resolve(argument.path(condition(argument.path(0).asText(), names) ? 1 : 2), names);
      default -> throw file.fault(at, function + " is unknown to the local run");
    };
  }

  private static String tail(JsonNode argument) {
    return StreamSupport.stream(argument.spliterator(), false)
        .skip(1)
        .map(JsonNode::asText)
        .reduce((left, right) -> left + "." + right)
        .orElse("");
  }

  private JsonNode ref(JsonNode at, String name, Attributes names) {
    if (name.startsWith("AWS::")) {
      return switch (name) {
        case "AWS::NoValue" -> MissingNode.getInstance();
        case "AWS::Region" -> TextNode.valueOf(Attributes.REGION);
        case "AWS::AccountId" -> TextNode.valueOf(Attributes.ACCOUNT);
        case "AWS::Partition" -> TextNode.valueOf("aws");
        case "AWS::URLSuffix" -> TextNode.valueOf("amazonaws.com");
        case "AWS::StackName" -> TextNode.valueOf(Attributes.STACK);
        default -> throw file.fault(at, name + " is unknown to the local run");
      };
    }
    JsonNode parameter = file.tree().path("Parameters").path(name);
    if (!parameter.isMissingNode()) {
      return parameter(at, name, parameter, names);
    }
    Resource resource = resources.get(name);
    if (resource != null) {
      return TextNode.valueOf(names.of(resource, null));
    }
    // SAM creates the alias that AutoPublishAlias names. So the template has no resource for the
    // alias.
    if (name.contains("Alias")) {
      String function = name.substring(0, name.lastIndexOf("Alias"));
      String alias = name.substring(name.lastIndexOf("Alias") + "Alias".length());
      if (resources.containsKey(function)) {
        return TextNode.valueOf(Attributes.arn("lambda", "function:" + function + ":" + alias));
      }
    }
    throw file.fault(at, "refers to " + name + ", which is neither a parameter nor a resource");
  }

  private JsonNode parameter(JsonNode at, String name, JsonNode definition, Attributes names) {
    JsonNode value = given.get(name);
    if (value == null) {
      value = definition.path("Default");
    } else if (parent != null) {
      value = parent.resolve(value, names);
    }
    if (value.isMissingNode()) {
      throw file.fault(at, "parameter " + name + " has no default and no value");
    }
    if (!definition.path("Type").asText().endsWith("List") || value.isArray()) {
      return TextNode.valueOf(value.asText());
    }
    ArrayNode list = Json.array();
    for (String part : value.asText().split(",", -1)) {
      list.add(part.strip());
    }
    return list;
  }

  private JsonNode attribute(JsonNode at, String name, String attribute, Attributes names) {
    Stack child = nested.get(name);
    if (child != null) {
      String output = attribute.replaceFirst("^Outputs\\.", "");
      JsonNode value = child.file.tree().path("Outputs").path(output).path("Value");
      if (value.isMissingNode()) {
        throw file.fault(at, name + " has no output " + output);
      }
      return child.resolve(value, names);
    }
    Resource resource = resources.get(name);
    if (resource != null) {
      return TextNode.valueOf(names.of(resource, attribute));
    }
    // SAM creates a role for each function that names none. So the template has no resource for
    // this role.
    if (name.endsWith("Role") && resources.containsKey(name.substring(0, name.length() - 4))) {
      return TextNode.valueOf("arn:aws:iam::" + Attributes.ACCOUNT + ":role/" + name);
    }
    throw file.fault(at, "asks an attribute of " + name + ", which is no resource");
  }

  private String substitute(JsonNode at, JsonNode argument, Attributes names) {
    String text = argument.isArray() ? argument.path(0).asText() : argument.asText();
    JsonNode values = argument.path(1);
    Matcher matcher = PLACEHOLDER.matcher(text);
    return matcher.replaceAll(
        match -> {
          String name = match.group(2);
          if (!match.group(1).isEmpty()) {
            return Matcher.quoteReplacement("${" + name + "}");
          }
          JsonNode value;
          if (values.has(name)) {
            value = resolve(values.path(name), names);
          } else if (name.contains(".")) {
            String[] parts = name.split("\\.", 2);
            value = attribute(at, parts[0], parts[1], names);
          } else {
            value = ref(at, name, names);
          }
          return Matcher.quoteReplacement(value.asText());
        });
  }

  private boolean condition(String name, Attributes names) {
    JsonNode rule = file.tree().path("Conditions").path(name);
    if (rule.isMissingNode()) {
      throw new Fault(name + " is no condition of the template");
    }
    return holds(rule, names);
  }

  private boolean holds(JsonNode rule, Attributes names) {
    String function = rule.fieldNames().next();
    JsonNode argument = rule.path(function);
    return switch (function) {
      case "Condition" -> condition(argument.asText(), names);
      case "Fn::Equals" ->
          resolve(argument.path(0), names)
              .asText()
              .equals(resolve(argument.path(1), names).asText());
      case "Fn::Not" -> !holds(argument.path(0), names);
      case "Fn::And" -> fold(argument, names, Boolean::logicalAnd);
      case "Fn::Or" -> fold(argument, names, Boolean::logicalOr);
      default -> throw file.fault(rule, function + " is unknown to the local run");
    };
  }

  private boolean fold(JsonNode rules, Attributes names, BinaryOperator<Boolean> operator) {
    return StreamSupport.stream(rules.spliterator(), false)
        .map(rule -> holds(rule, names))
        .reduce(operator)
        .orElse(false);
  }
}
