package org.permitportal.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.permitportal.local.Fault;

/**
 * An event pattern of EventBridge. Such patterns also filter streams. {@code $or} is not supported.
 */
public final class EventPattern {
  private static final Set<String> COMPARISONS =
      Set.of("prefix", "suffix", "exists", "anything-but", "equals-ignore-case");

  private final JsonNode pattern;

  /**
   * @throws Fault when the pattern is not supported
   */
  public EventPattern(JsonNode pattern) {
    this.pattern = pattern;
    check(pattern);
  }

  private static void check(JsonNode node) {
    if (!node.isObject()) {
      throw new Fault("an event pattern needs a map, not " + node);
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (entry.getKey().equals("$or")) {
        throw new Fault("an event pattern with $or is unknown to the local run");
      }
      if (!entry.getValue().isArray()) {
        check(entry.getValue());
        continue;
      }
      for (JsonNode rule : entry.getValue()) {
        if (rule.isObject() && !COMPARISONS.containsAll(names(rule))) {
          throw new Fault("an event pattern with " + rule + " is unknown to the local run");
        }
      }
    }
  }

  private static Set<String> names(JsonNode rule) {
    return Set.copyOf(rule.properties().stream().map(Map.Entry::getKey).toList());
  }

  public boolean matches(JsonNode event) {
    return matches(pattern, event);
  }

  private static boolean matches(JsonNode pattern, JsonNode event) {
    for (Map.Entry<String, JsonNode> entry : pattern.properties()) {
      JsonNode value = event.path(entry.getKey());
      boolean fits =
          entry.getValue().isArray()
              ? anyOf(entry.getValue(), value)
              : matches(entry.getValue(), value);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyOf(JsonNode rules, JsonNode value) {
    for (JsonNode rule : rules) {
      if (value.isArray()) {
        for (JsonNode item : value) {
          if (fits(rule, item)) {
            return true;
          }
        }
      } else if (fits(rule, value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(JsonNode rule, JsonNode value) {
    if (!rule.isObject()) {
      return (rule.isNumber() && value.isNumber())
          ? rule.decimalValue().compareTo(value.decimalValue()) == 0
          : rule.equals(value);
    }
    String name = rule.fieldNames().next();
    JsonNode argument = rule.path(name);
    return switch (name) {
      case "exists" -> argument.asBoolean() != value.isMissingNode();
      case "prefix" -> value.isTextual() && value.textValue().startsWith(argument.asText());
      case "suffix" -> value.isTextual() && value.textValue().endsWith(argument.asText());
      case "equals-ignore-case" ->
          value.isTextual() && value.textValue().equalsIgnoreCase(argument.asText());
      default -> !value.isMissingNode() && !butNot(argument, value);
    };
  }

  private static boolean butNot(JsonNode argument, JsonNode value) {
    return argument.isArray() ? anyOf(argument, value) : fits(argument, value);
  }
}
