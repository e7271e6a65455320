package org.permitportal.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes the contract for clients. It lacks the parts that only API Gateway reads. */
final class PublicContract {
  private PublicContract() {}

  /** Returns a copy without the members named {@code x-amazon-…}, at any depth. */
  static JsonNode of(JsonNode contract) {
    return switch (contract) {
      case ObjectNode object -> {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (var member : object.properties()) {
          if (!member.getKey().startsWith("x-amazon-")) {
            copy.set(member.getKey(), of(member.getValue()));
          }
        }
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        array.forEach(item -> copy.add(of(item)));
        yield copy;
      }
      default -> contract;
    };
  }
}
