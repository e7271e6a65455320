package org.permitportal.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import org.permitportal.local.Fault;

/**
 * One resource of the template or of a nested stack.
 *
 * @param definition the resource as the template writes it; {@link #properties} resolves its
 *     properties
 */
public record Resource(Stack stack, String logicalId, String type, JsonNode definition) {
  /** Returns the properties with every intrinsic function resolved. */
  public JsonNode properties(Attributes attributes) {
    return stack.resolve(definition.path("Properties"), attributes);
  }

  /** Returns a fault. Its message names the resource's file and line. */
  public Fault fault(String message) {
    return stack.file().fault(definition, logicalId + " " + message);
  }

  @Override
  public String toString() {
    return logicalId;
  }
}
