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

/** Holds the city's file against {@code city.schema.json}, which editors understand as well. */
final class CitySchema {
  private final JsonSchema schema;

  CitySchema(Path file) throws IOException {
    // "x-message" beside a pattern says in words what the pattern asks for; it
    // must hold no ": ", up to which the validator cuts its messages.
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
