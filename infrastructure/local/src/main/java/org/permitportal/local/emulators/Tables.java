package org.permitportal.local.emulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.permitportal.local.Fault;
import org.permitportal.local.Json;
import org.permitportal.local.template.Attributes;
import org.permitportal.local.template.Resource;

/**
 * Creates the template's tables. CloudFormation's properties have the same names as the fields of
 * DynamoDB's API.
 */
public final class Tables {
  private static final String API = "DynamoDB_20120810.";
  private static final List<String> OF_THE_API =
      List.of(
          "AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes", "LocalSecondaryIndexes");

  private final AwsJson dynamoDb;

  public Tables(AwsJson dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  /**
   * Creates the tables that do not exist yet.
   *
   * @throws Fault when an existing table has other keys, indexes or another stream than the
   *     template
   */
  public void create(List<Resource> tables, Attributes attributes) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all =
          tables.stream()
              .<Future<?>>map(table -> threads.submit(() -> create(table, attributes)))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Fault fault ? fault : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault("interrupted", e);
    }
  }

  private void create(Resource table, Attributes attributes) {
    JsonNode properties = table.properties(attributes);
    ObjectNode wanted = Json.object();
    wanted.put("TableName", properties.path("TableName").asText(table.logicalId()));
    wanted.put("BillingMode", "PAY_PER_REQUEST");
    OF_THE_API.forEach(
        name -> {
          if (properties.has(name)) {
            wanted.set(name, properties.path(name));
          }
        });
    if (properties.has("StreamSpecification")) {
      ObjectNode stream = wanted.putObject("StreamSpecification").put("StreamEnabled", true);
      stream.setAll((ObjectNode) properties.path("StreamSpecification"));
    }
    AwsJson.Reply reply = dynamoDb.send(API + "CreateTable", wanted);
    if (reply.error().equals("ResourceInUseException")) {
      compare(table, wanted);
    } else if (reply.status() != 200) {
      throw table.fault("is refused by DynamoDB: " + reply.body().path("message").asText());
    }
    JsonNode ttl = properties.path("TimeToLiveSpecification");
    if (ttl.isObject() && reply.status() == 200) {
      ObjectNode input = Json.object().put("TableName", wanted.path("TableName").asText());
      dynamoDb.call(API + "UpdateTimeToLive", input.set("TimeToLiveSpecification", ttl));
    }
  }

  private void compare(Resource table, JsonNode wanted) {
    ObjectNode input = Json.object().put("TableName", wanted.path("TableName").asText());
    JsonNode found = dynamoDb.call(API + "DescribeTable", input).path("Table");
    if (!shape(found).equals(shape(wanted))) {
      throw table.fault(
          "has other keys, indexes or stream than the data kept here: start once with --fresh");
    }
  }

  /**
   * Returns a table's keys, indexes and stream in a fixed order, to compare a definition with an
   * existing table. Leaves out properties that only one of them has.
   */
  private static Set<String> shape(JsonNode table) {
    TreeSet<String> shape = new TreeSet<>();
    table
        .path("AttributeDefinitions")
        .forEach(a -> shape.add(a.path("AttributeName") + " " + a.path("AttributeType")));
    shape.add("keys " + keys(table));
    for (String kind : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
      for (JsonNode index : table.path(kind)) {
        TreeSet<String> others = new TreeSet<>();
        index.path("Projection").path("NonKeyAttributes").forEach(a -> others.add(a.asText()));
        String projection = index.path("Projection").path("ProjectionType").asText() + others;
        shape.add(kind + index.path("IndexName") + keys(index) + projection);
      }
    }
    shape.add("stream " + table.path("StreamSpecification").path("StreamViewType").asText());
    return shape;
  }

  private static Set<String> keys(JsonNode owner) {
    TreeSet<String> keys = new TreeSet<>();
    owner
        .path("KeySchema")
        .forEach(key -> keys.add(key.path("KeyType").asText() + key.path("AttributeName")));
    return keys;
  }
}
