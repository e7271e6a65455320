package org.permitportal.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.AnnotatedElement;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.RequestProblem;

/**
 * Creates an operation's request record from an event. A component with {@link PathVariable},
 * {@link QueryValue}, {@link Header} or {@link CookieValue} comes from this part of the event. All
 * other components come from the JSON body. Unknown fields, repeated fields and wrong types in the
 * body are refused. The response reports the errors of all fields at once.
 */
@Singleton
class Requests {
  private final JsonMapper json;
  private final Validator validator;

  Requests(JsonMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  <Q extends Record> Q read(Class<Q> type, GatewayEvent event) {
    List<FieldError> errors = new ArrayList<>();
    JsonNode tree = tree(type, event, errors);
    Q request;
    try {
      request = json.readValueFromTree(tree, Argument.of(type));
    } catch (IOException _) {
      // This happens only when a value has the right JSON type but no Java value, such as a too
      // large number.
      throw errors.isEmpty() ? Problem.of(RequestProblem.MALFORMED_JSON) : Problem.invalid(errors);
    }
    if (request == null) {
      throw new IllegalStateException("No " + type.getName() + " from an object");
    }
    Set<String> known = new HashSet<>();
    errors.forEach(error -> known.add(error.field()));
    for (ConstraintViolation<Q> violation : validator.validate(request)) {
      String field =
          named(type, violation.getPropertyPath().toString().replace("<list element>", ""));
      if (known.add(field)) {
        errors.add(new FieldError(field, code(violation), violation.getMessage()));
      }
    }
    if (!errors.isEmpty()) {
      errors.sort(Comparator.comparing(FieldError::field));
      throw Problem.invalid(errors);
    }
    return request;
  }

  private JsonNode tree(Class<?> type, GatewayEvent event, List<FieldError> errors) {
    Map<String, JsonNode> values = new HashMap<>();
    Map<String, BeanProperty<?, Object>> fromBody = new HashMap<>();
    for (BeanProperty<?, Object> property : properties(type)) {
      String name = property.getName();
      if (!property.hasAnnotation(PathVariable.class)
          && !property.hasAnnotation(QueryValue.class)
          && !property.hasAnnotation(CookieValue.class)
          && !property.hasAnnotation(Header.class)) {
        fromBody.put(jsonName(property), property);
        continue;
      }
      String text = outsideBody(property, event);
      if (text != null) {
        JsonNode node = JsonTypes.parsed(property.getType(), text);
        if (node == null) {
          errors.add(JsonTypes.wrong(named(type, name), property.getType()));
        } else {
          values.put(name, node);
        }
      }
    }
    if (!fromBody.isEmpty()) {
      values.putAll(JsonTypes.checked(fromBody, body(event), "", errors));
    }
    return JsonNode.createObjectNode(values);
  }

  private JsonNode body(GatewayEvent event) {
    String text = event.text();
    if (text.isBlank()) {
      return JsonNode.createObjectNode(Map.of());
    }
    String type = event.header("content-type");
    if (type != null && !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      // Refuse other types, because a form on another site can send text, but not JSON.
      throw Problem.of(RequestProblem.MALFORMED_JSON);
    }
    try {
      // Put the text into brackets. Otherwise the parser stops after the first value and ignores
      // any text behind it.
      JsonNode list =
          json.readValue(("[" + text + "]").getBytes(StandardCharsets.UTF_8), JsonNode.class);
      JsonNode one = list != null && list.size() == 1 ? list.get(0) : null;
      if (one != null && one.isObject()) {
        String repeated = RepeatedFields.firstIn(text);
        if (repeated != null) {
          throw Problem.invalid(repeated, "REPEATED", "This field appears more than once.");
        }
        return one;
      }
    } catch (IOException _) {
      // The problem below reports the error. The parser's own message is not used, because it
      // quotes the body.
    }
    throw Problem.of(RequestProblem.MALFORMED_JSON);
  }

  private static @Nullable String outsideBody(BeanProperty<?, ?> property, GatewayEvent event) {
    if (property.hasAnnotation(PathVariable.class)) {
      return event.path(property.getName());
    }
    if (property.hasAnnotation(QueryValue.class)) {
      return event.query(property.getName());
    }
    if (property.hasAnnotation(CookieValue.class)) {
      return event.cookie(property.stringValue(CookieValue.class).orElse(property.getName()));
    }
    return event.header(headerName(property).toLowerCase(Locale.ROOT));
  }

  /** Returns the name by which clients know a field: the header's name, or the name in JSON. */
  private static String named(Class<?> type, String path) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    String bare = first.replaceAll("\\[\\d+]$", "");
    for (BeanProperty<?, Object> property : properties(type)) {
      if (property.getName().equals(bare)) {
        String name =
            property.hasAnnotation(Header.class) ? headerName(property) : jsonName(property);
        String rest =
            dot < 0 ? "" : "." + named(member(property.asArgument()), path.substring(dot + 1));
        return name + first.substring(bare.length()) + rest;
      }
    }
    return path;
  }

  private static Class<?> member(Argument<?> type) {
    return type.getType() == List.class ? type.getTypeParameters()[0].getType() : type.getType();
  }

  /**
   * Returns a component's name in JSON: the name in {@link JsonProperty}, or else its Java name.
   */
  static String jsonName(BeanProperty<?, ?> property) {
    return property.stringValue(JsonProperty.class).orElseGet(property::getName);
  }

  private static String headerName(AnnotatedElement property) {
    return property
        .getAnnotationMetadata()
        .stringValue(Header.class)
        .orElseThrow(() -> new IllegalStateException("@Header without a name"));
  }

  @SuppressWarnings("unchecked")
  static List<BeanProperty<?, Object>> properties(Class<?> type) {
    List<BeanProperty<?, Object>> properties = new ArrayList<>();
    BeanIntrospection.getIntrospection(type)
        .getBeanProperties()
        .forEach(p -> properties.add((BeanProperty<?, Object>) p));
    return properties;
  }

  private static String code(ConstraintViolation<?> violation) {
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return switch (constraint) {
      case "NotNull", "NotBlank", "NotEmpty" -> "REQUIRED";
      case "Size", "Min", "Max" -> "OUT_OF_RANGE";
      default -> "INVALID";
    };
  }
}
