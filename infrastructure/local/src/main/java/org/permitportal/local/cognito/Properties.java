package org.permitportal.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A block of properties in the template. A property that is not emulated is an error. */
record Properties(String path, JsonNode node) {
  /**
   * Requires that the block has only these properties.
   *
   * @param names the names of the emulated properties, separated by white space
   * @throws IllegalArgumentException when the block has another property; its message names the
   *     property
   */
  Properties only(String names) {
    List<String> known = List.of(names.strip().split("\\s+"));
    node.fieldNames()
        .forEachRemaining(name -> require(known.contains(name), name, "is not emulated"));
    return this;
  }

  Properties block(String name) {
    return new Properties(path + "." + name, node.path(name));
  }

  String text(String name, String otherwise) {
    return node.path(name).asText(otherwise);
  }

  boolean flag(String name, boolean otherwise) {
    return node.path(name).asBoolean(otherwise);
  }

  /** Returns a whole number. The template may also write it as text. */
  int number(String name, int otherwise, int least, int most) {
    int value = node.path(name).asInt(otherwise);
    require(value >= least && value <= most, name, "must be from " + least + " to " + most);
    return value;
  }

  /** Returns the texts of a list, or null when the property is absent. */
  @Nullable Set<String> texts(String name) {
    if (!node.has(name)) {
      return null;
    }
    Set<String> texts = new LinkedHashSet<>();
    node.path(name).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  void require(boolean held, String name, String complaint) {
    if (!held) {
      throw new IllegalArgumentException(path + "." + name + " " + complaint);
    }
  }
}
