package org.permitportal.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitySchemaTest {
  private static JsonNode schema(String name) throws IOException {
    Path file = Infrastructure.REAL.resolve("city").resolve(name + ".schema.json");
    return new ObjectMapper().readTree(file.toFile());
  }

  @ParameterizedTest
  @ValueSource(strings = {"city", "types"})
  void eachSchemaIsJsonSchema202012(String name) throws IOException {
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(schema(name)))
        .isEmpty();
  }

  @Test
  void everyObjectIsClosedAndEverySettingDescribed() throws IOException {
    List<String> settings = new ArrayList<>();
    walk(schema("city"), "", settings);
    walk(schema("types"), "types", settings);
    assertThat(settings).hasSizeGreaterThan(80);
  }

  private static void walk(JsonNode node, String place, List<String> settings) {
    if (node.path("type").asText().equals("object")) {
      assertThat(node.path("additionalProperties").asText()).as(place).isEqualTo("false");
      assertThat(node.has("required")).as(place).isTrue();
      for (var property : node.path("properties").properties()) {
        String at = place + "/" + property.getKey();
        settings.add(at);
        assertThat(property.getValue().has("description") || property.getValue().has("$ref"))
            .as(at)
            .isTrue();
      }
    }
    for (var member : node.properties()) {
      walk(member.getValue(), place + "/" + member.getKey(), settings);
    }
  }
}
