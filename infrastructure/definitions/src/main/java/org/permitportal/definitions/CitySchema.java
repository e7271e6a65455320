package org.permitportal.definitions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Checks the city's file against {@code city.schema.json}, a JSON schema that editors understand
 * too.
 */
final class CitySchema {
  private final JsonSchema schema;

  CitySchema(Path file) throws IOException {
    // "x-message" beside a pattern states the pattern's rule in words. It must not contain ": ",
    // because the validator drops a message's text up to there.
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .locale(Locale.ENGLISH)
            .formatAssertionsEnabled(true)
            .errorMessageKeyword("x-message")
            .build();
    try (InputStream in = Files.newInputStream(file)) {
      schema =
          JsonSchemaFactory.getInstance(VersionFlag.V202012)
              .getSchema(new ObjectMapper().readTree(in), config);
    }
  }

  void check(YamlFile city, Problems problems) {
    for (ValidationMessage message : schema.validate(city.root())) {
      String place = place(message.getInstanceLocation());
      switch (message.getType()) {
        case "additionalProperties" ->
            city.problem(problems, Place.member(place, message.getProperty()), "is not known here");
        case "required" ->
            city.problem(problems, place, "'" + message.getProperty() + "' is missing");
        default -> city.problem(problems, place, message.getError());
      }
    }
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
