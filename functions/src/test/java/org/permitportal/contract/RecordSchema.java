package org.permitportal.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.annotation.PathVariable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares Java records with the contract's schemas. Reports each difference as one line: a
 * component without a property, or a property without a component.
 */
final class RecordSchema {
  private final boolean request;
  private final Collection<String> differences;

  /**
   * Begins a comparison.
   *
   * @param request whether Bean Validation must enforce the schema's constraints
   * @param differences receives the differences
   */
  RecordSchema(boolean request, Collection<String> differences) {
    this.request = request;
    this.differences = differences;
  }

  void compare(String where, Class<?> record, JsonNode schema) {
    object(where, Arrays.asList(record.getRecordComponents()), record, schema);
  }

  /** Compares only some of the components, such as those that come from the body. */
  void object(String where, List<RecordComponent> components, Class<?> record, JsonNode reference) {
    JsonNode schema = Contract.resolved(reference);
    expect(where, "type", "object", schema.path("type").asText());
    if (!schema.path("additionalProperties").isBoolean()
        || schema.path("additionalProperties").asBoolean()) {
      differences.add(where + ": the schema is not closed");
    }
    Set<String> names = new TreeSet<>();
    Set<String> required = new TreeSet<>();
    boolean emptyLeftOut =
        record.isAnnotationPresent(JsonInclude.class)
            && record.getAnnotation(JsonInclude.class).value() == JsonInclude.Include.NON_EMPTY;
    for (RecordComponent component : components) {
      String name = jsonName(component);
      names.add(name);
      boolean leftOut = emptyLeftOut && Collection.class.isAssignableFrom(component.getType());
      if (!nullable(component.getAnnotatedType()) && !leftOut) {
        required.add(name);
      }
      value(
          where + "." + name,
          component.getAnnotatedType(),
          component,
          schema.path("properties").path(name));
    }
    Set<String> schemaNames = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(schemaNames::add);
    expect(where, "fields", schemaNames, names);
    Set<String> schemaRequired = new TreeSet<>();
    schema.path("required").forEach(r -> schemaRequired.add(r.asText()));
    expect(where, "required", schemaRequired, required);
  }

  void value(String where, AnnotatedType type, AnnotatedElement annotated, JsonNode reference) {
    JsonNode schema = Contract.resolved(reference);
    if (schema.isMissingNode()) {
      return; // Already a difference in the names.
    }
    Class<?> java = raw(type.getType());
    expect(where, "type", typeOf(java), schema.path("type").asText());
    expectFormat(where, java, schema);
    if (java.isEnum()) {
      Set<String> constants = new TreeSet<>();
      for (Object constant : java.getEnumConstants()) {
        constants.add(constantName(java, (Enum<?>) constant));
      }
      Set<String> schemaConstants = new TreeSet<>();
      schema.path("enum").forEach(c -> schemaConstants.add(c.asText()));
      expect(where, "enum", schemaConstants, constants);
    }
    if (java.isRecord()) {
      compare(where, java, schema);
    }
    if (java == List.class) {
      AnnotatedType member =
          ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
      value(where + "[]", member, member, schema.path("items"));
    }
    if (java == Map.class) {
      AnnotatedType member =
          ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[1];
      value(where + "{}", member, member, schema.path("additionalProperties"));
    }
    if (request) {
      constraints(where, type, annotated, java, schema);
    }
  }

  private void constraints(
      String where,
      AnnotatedType type,
      AnnotatedElement annotated,
      Class<?> java,
      JsonNode schema) {
    boolean held =
        java.isPrimitive()
            || annotation(annotated, type, PathVariable.class) != null // API Gateway holds it.
            || annotation(annotated, type, NotNull.class) != null
            || annotation(annotated, type, NotBlank.class) != null
            || annotation(annotated, type, NotEmpty.class) != null;
    // The gateway's own route ensures that path parameters are present.
    boolean inPath = Annotations.find(annotated, PathVariable.class) != null;
    if (annotated instanceof RecordComponent && !nullable(type) && !held && !inPath) {
      differences.add(where + ": required, but nothing like @NotNull holds it");
    }
    boolean list = java == List.class;
    Size size = annotation(annotated, type, Size.class);
    expect(
        where,
        list ? "minItems" : "minLength",
        number(schema, list ? "minItems" : "minLength"),
        size == null || size.min() == 0 ? null : (long) size.min());
    expect(
        where,
        list ? "maxItems" : "maxLength",
        number(schema, list ? "maxItems" : "maxLength"),
        size == null || size.max() == Integer.MAX_VALUE ? null : (long) size.max());
    Min min = annotation(annotated, type, Min.class);
    expect(where, "minimum", number(schema, "minimum"), min == null ? null : min.value());
    Max max = annotation(annotated, type, Max.class);
    expect(where, "maximum", number(schema, "maximum"), max == null ? null : max.value());
    Pattern pattern = annotation(annotated, type, Pattern.class);
    String wanted = schema.has("pattern") ? schema.path("pattern").asText() : null;
    expect(where, "pattern", wanted, pattern == null ? null : "^" + pattern.regexp() + "$");
  }

  private static <A extends java.lang.annotation.Annotation> @Nullable A annotation(
      AnnotatedElement annotated, AnnotatedType type, Class<A> annotation) {
    return Annotations.find(annotated, type, annotation);
  }

  private static @Nullable Long number(JsonNode schema, String name) {
    return schema.has(name) ? schema.get(name).asLong() : null;
  }

  private void expectFormat(String where, Class<?> java, JsonNode schema) {
    String format =
        java == Instant.class
            ? "date-time"
            : java == LocalDate.class
                ? "date"
                : java == long.class || java == Long.class ? "int64" : null;
    if (format != null) {
      expect(where, "format", format, schema.path("format").asText());
    }
  }

  private static String typeOf(Class<?> java) {
    if (java == boolean.class || java == Boolean.class) {
      return "boolean";
    }
    if (java == int.class || java == Integer.class || java == long.class || java == Long.class) {
      return "integer";
    }
    if (java == List.class) {
      return "array";
    }
    if (java == Map.class || java.isRecord()) {
      return "object";
    }
    if (java == String.class || java == Instant.class || java == LocalDate.class || java.isEnum()) {
      return "string";
    }
    return "no JSON type for " + java.getName();
  }

  private static boolean nullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : (Class<?>) type;
  }

  static String jsonName(RecordComponent component) {
    JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
    return renamed == null ? component.getName() : renamed.value();
  }

  private static String constantName(Class<?> type, Enum<?> constant) {
    try {
      JsonProperty renamed = type.getField(constant.name()).getAnnotation(JsonProperty.class);
      return renamed == null ? constant.name() : renamed.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private void expect(
      String where, String what, @Nullable Object inSchema, @Nullable Object inJava) {
    if (!java.util.Objects.equals(inSchema, inJava)) {
      differences.add(
          where + ": " + what + " is " + inSchema + " in the contract, " + inJava + " in Java");
    }
  }
}
