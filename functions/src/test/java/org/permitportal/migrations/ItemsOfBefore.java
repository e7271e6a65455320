package org.permitportal.migrations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.permitportal.journey.ThePortal;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items that an earlier version of the portal wrote when its local run loaded the sample data.
 */
final class ItemsOfBefore {
  private static final Path FILES = Path.of("src/test/resources");

  private ItemsOfBefore() {}

  /**
   * Puts the items into the tables.
   *
   * @param change the name of the change before which the items were written
   * @return the items that were put, by table
   */
  static Map<String, List<Map<String, AttributeValue>>> put(DynamoDbClient client, String change) {
    Map<String, List<Map<String, AttributeValue>>> all = new HashMap<>();
    for (Map.Entry<String, JsonNode> table : read(change).properties()) {
      String name = ThePortal.stack().physicalId(table.getKey());
      List<Map<String, AttributeValue>> items = new ArrayList<>();
      for (JsonNode item : table.getValue()) {
        Map<String, AttributeValue> values = map(item);
        // Do not copy the counters: this local run has its own.
        if (!values.get("pk").s().startsWith("COUNTER#")) {
          client.putItem(p -> p.tableName(name).item(values));
          items.add(values);
        }
      }
      all.put(table.getKey(), items);
    }
    return all;
  }

  private static JsonNode read(String change) {
    try {
      return new ObjectMapper()
          .readTree(FILES.resolve("items-before-" + change + ".json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, AttributeValue> map(JsonNode members) {
    Map<String, AttributeValue> values = new HashMap<>();
    members.properties().forEach(member -> values.put(member.getKey(), value(member.getValue())));
    return values;
  }

  /** Reads a value in DynamoDB's JSON form: a type and the value. */
  private static AttributeValue value(JsonNode typed) {
    Map.Entry<String, JsonNode> one = typed.properties().iterator().next();
    JsonNode value = one.getValue();
    return switch (one.getKey()) {
      case "S" -> AttributeValue.fromS(value.asText());
      case "N" -> AttributeValue.fromN(value.asText());
      case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
      case "M" -> AttributeValue.fromM(map(value));
      case "L" ->
          AttributeValue.fromL(
              StreamSupport.stream(value.spliterator(), false).map(ItemsOfBefore::value).toList());
      default -> throw new AssertionError("An attribute of type " + one.getKey());
    };
  }
}
