package org.permitportal.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds fields that occur twice in one JSON object. RFC 8259 does not define which of the two
 * values is used. So the portal might use one value, although an earlier system has checked the
 * other.
 */
final class RepeatedFields {
  private static final JsonFactory JSON = new JsonFactory();

  private RepeatedFields() {}

  /**
   * Finds the first repeated field.
   *
   * @param text a JSON object
   * @return the field's path, e.g. {@code rows[0].name}, or null when no field is repeated
   * @throws IOException when the text is not JSON
   */
  static @Nullable String firstIn(String text) throws IOException {
    Deque<Set<String>> names = new ArrayDeque<>();
    try (JsonParser parser = JSON.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT -> names.push(new HashSet<>());
          case END_OBJECT -> names.pop();
          case FIELD_NAME -> {
            if (!names.element().add(parser.currentName())) {
              return JsonTypes.shortened(path(parser.getParsingContext()));
            }
          }
          default -> {}
        }
      }
    }
    return null;
  }

  private static String path(JsonStreamContext context) {
    JsonStreamContext parent = context.getParent();
    String before = parent == null || parent.inRoot() ? "" : path(parent);
    if (context.inArray()) {
      return before + "[" + context.getCurrentIndex() + "]";
    }
    String name = context.getCurrentName();
    return before.isEmpty() ? name : before + "." + name;
  }
}
