package org.permitportal.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Problem.FieldError;

/**
 * Checks JSON values against the Java types of a record's components. The deserializer alone would
 * convert {@code "3"} to 3 and stop at the first error. The contract allows neither.
 */
final class JsonTypes {
  /** The most errors in one response, so that the response is small even for a long body. */
  private static final int MOST_ERRORS = 50;

  private static final int LONGEST_NAME = 100;

  private JsonTypes() {}

  /** Shortens a field's name, so that an error in the response can state it. */
  static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  /**
   * Returns the members of a JSON object that have the right type. A member with a wrong type, with
   * the value null or with an unknown name is added to {@code errors}.
   */
  static Map<String, JsonNode> checked(
      Map<String, BeanProperty<?, Object>> properties,
      JsonNode object,
      String path,
      List<FieldError> errors) {
    Map<String, JsonNode> good = new HashMap<>();
    for (Map.Entry<String, JsonNode> member : object.entries()) {
      if (errors.size() >= MOST_ERRORS) {
        break;
      }
      String field = path + shortened(member.getKey());
      BeanProperty<?, Object> property = properties.get(member.getKey());
      if (property == null) {
        errors.add(new FieldError(field, "UNKNOWN", "There is no such field."));
      } else {
        JsonNode value = checked(property.asArgument(), member.getValue(), field, errors);
        if (value != null) {
          good.put(member.getKey(), value);
        }
      }
    }
    return good;
  }

  private static @Nullable JsonNode checked(
      Argument<?> type, JsonNode value, String field, List<FieldError> errors) {
    Class<?> java = type.getType();
    if (java == List.class && value.isArray()) {
      Argument<?> member = type.getTypeParameters()[0];
      List<JsonNode> members = new ArrayList<>();
      for (JsonNode one : value.values()) {
        JsonNode good = checked(member, one, field + "[" + members.size() + "]", errors);
        if (good == null) {
          return null;
        }
        members.add(good);
      }
      return JsonNode.createArrayNode(members);
    }
    if (value.isObject() && BeanIntrospector.SHARED.findIntrospection(java).isPresent()) {
      Map<String, BeanProperty<?, Object>> properties = new HashMap<>();
      Requests.properties(java).forEach(p -> properties.put(Requests.jsonName(p), p));
      return JsonNode.createObjectNode(checked(properties, value, field + ".", errors));
    }
    if (fits(java, value)) {
      return value;
    }
    errors.add(wrong(field, java));
    return null;
  }

  private static boolean fits(Class<?> java, JsonNode value) {
    if (java == boolean.class || java == Boolean.class) {
      return value.isBoolean();
    }
    if (whole(java)) {
      return value.isNumber() && number(java, value.coerceStringValue()) != null;
    }
    if (java.isEnum()) {
      return value.isString() && constant(java, value.getStringValue());
    }
    return value.isString()
        && CharSequence.class.isAssignableFrom(java)
        && isUnicode(value.getStringValue());
  }

  /**
   * Returns whether a text has no single half of a surrogate pair. In JSON such a half can be
   * escaped, but in UTF-8 it would become "?".
   */
  private static boolean isUnicode(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  /**
   * Converts a text from a path, query, header or cookie to the type {@code java}. Returns null
   * when the text does not have this type.
   */
  static @Nullable JsonNode parsed(Class<?> java, String text) {
    if (java == boolean.class || java == Boolean.class) {
      return switch (text) {
        case "true" -> JsonNode.createBooleanNode(true);
        case "false" -> JsonNode.createBooleanNode(false);
        default -> null;
      };
    }
    if (whole(java)) {
      BigInteger number = number(java, text);
      return number == null ? null : JsonNode.createNumberNode(number.longValueExact());
    }
    if (java.isEnum() && !constant(java, text)) {
      return null;
    }
    return JsonNode.createStringNode(text);
  }

  static FieldError wrong(String field, Class<?> java) {
    String wanted =
        java == boolean.class || java == Boolean.class
            ? "true or false"
            : whole(java)
                ? "a whole number"
                : java.isEnum()
                    ? "one of "
                        + Arrays.stream(java.getEnumConstants()).map(JsonTypes::jsonName).toList()
                    : java == List.class
                        ? "a list"
                        : CharSequence.class.isAssignableFrom(java) ? "text" : "an object";
    return new FieldError(field, "WRONG_TYPE", "This must be " + wanted + ".");
  }

  private static boolean whole(Class<?> java) {
    return java == int.class || java == Integer.class || java == long.class || java == Long.class;
  }

  private static @Nullable BigInteger number(Class<?> java, String text) {
    if (!text.matches("-?\\d{1,19}")) {
      return null;
    }
    BigInteger number = new BigInteger(text);
    int bits = java == int.class || java == Integer.class ? 31 : 63;
    return number.bitLength() <= bits ? number : null;
  }

  private static boolean constant(Class<?> java, String text) {
    return Arrays.stream(java.getEnumConstants()).anyMatch(c -> jsonName(c).equals(text));
  }

  /**
   * Returns an enum constant's name in JSON: the name in {@link JsonProperty}, or else its Java
   * name.
   */
  private static String jsonName(Object constant) {
    Enum<?> one = (Enum<?>) constant;
    try {
      JsonProperty renamed =
          one.getDeclaringClass().getField(one.name()).getAnnotation(JsonProperty.class);
      return renamed == null ? one.name() : renamed.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }
}
