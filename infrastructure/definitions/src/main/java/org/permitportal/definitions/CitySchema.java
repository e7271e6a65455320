package org.permitportal.definitions;

import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Checks a file of the city's folder against its JSON schema, {@code <name>.schema.json}. Editors
 * can use the same schemas.
 */
final class CitySchema {
  private final JsonSchema schema;

  CitySchema(Path folder, String name) {
    // In the schemas, "x-message" next to a pattern states the pattern's rule in words. It must not
    // contain ": ", because the validator removes the text before these characters.
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .locale(Locale.ENGLISH)
            .formatAssertionsEnabled(true)
            .errorMessageKeyword("x-message")
            .build();
    schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                SchemaLocation.of(folder.resolve(name + ".schema.json").toUri().toString()),
                config);
  }

  void check(YamlFile file, Problems problems) {
    for (ValidationMessage message : schema.validate(file.root())) {
      String place = place(message.getInstanceLocation());
      switch (message.getType()) {
        case "additionalProperties" ->
            file.problem(problems, Place.member(place, message.getProperty()), "is not known here");
        case "required" ->
            file.problem(problems, place, "'" + message.getProperty() + "' is missing");
        default -> file.problem(problems, place, message.getError());
      }
    }
  }

  /**
   * Returns the values that an enumeration in the schema allows.
   *
   * @param pointer the JSON pointer of the value that has them
   */
  List<String> values(String pointer) {
    List<String> values = new ArrayList<>();
    schema.getSchemaNode().at(pointer).required("enum").forEach(v -> values.add(v.asText()));
    return values;
  }

  private static String place(JsonNodePath path) {
    String place = "";
    for (int i = 0; i < path.getNameCount(); i++) {
      place =
          path.getElement(i) instanceof Integer index
              ? Place.item(place, index)
              : Place.member(place, path.getElement(i).toString());
    }
    return place;
  }
}
