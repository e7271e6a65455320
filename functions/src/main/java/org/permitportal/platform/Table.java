package org.permitportal.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Write.Kind;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * One DynamoDB table with the keys {@code pk} and {@code sk}. Reads by key are strongly consistent.
 * Reads by index are eventually consistent. Only {@link #scan} reads the whole table.
 */
public final class Table {
  final DynamoDbClient client;
  final String name;

  public Table(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** Reads one item by its key. */
  public Optional<Item> get(String pk, String sk) {
    Map<String, AttributeValue> found =
        client
            .getItem(g -> g.tableName(name).key(Item.of(pk, sk).values()).consistentRead(true))
            .item();
    return found == null || found.isEmpty() ? Optional.empty() : Optional.of(Item.from(found));
  }

  /**
   * Reads the items that exist among these keys, in no particular order.
   *
   * @param keys at most 100 different keys
   */
  public List<Item> getAll(List<Item> keys) {
    List<Item> found = new ArrayList<>();
    Map<String, KeysAndAttributes> open =
        Map.of(
            name,
            KeysAndAttributes.builder()
                .keys(keys.stream().map(Item::values).toList())
                .consistentRead(true)
                .build());
    while (!open.isEmpty()) {
      Map<String, KeysAndAttributes> asked = open;
      var response = client.batchGetItem(b -> b.requestItems(asked));
      response.responses().getOrDefault(name, List.of()).forEach(i -> found.add(Item.from(i)));
      open = response.unprocessedKeys();
    }
    return found;
  }

  /** Returns a query for the items with this partition key. */
  public Query query(String pk) {
    return new Query(null, "pk", "sk", pk);
  }

  /**
   * Returns a query of an index.
   *
   * @param partition the name of the index's partition key
   * @param sort the name of the index's sort key
   * @param value the value of the partition key
   */
  public Query query(String index, String partition, String sort, String value) {
    return new Query(index, partition, sort, value);
  }

  /**
   * One page of a scan.
   *
   * @param last the key after which the next page starts; null for the last page
   */
  public record Scanned(List<Item> items, @Nullable Item last) {}

  /**
   * Reads one page of all items, in no particular order. Only migrations of stored data use this,
   * never a request.
   *
   * @param after the last key of the previous page, or null for the first page
   */
  public Scanned scan(int limit, @Nullable Item after) {
    ScanResponse page =
        client.scan(
            s ->
                s.tableName(name)
                    .limit(limit)
                    .consistentRead(true)
                    .exclusiveStartKey(after == null ? null : after.values()));
    Map<String, AttributeValue> last = page.lastEvaluatedKey();
    return new Scanned(
        page.items().stream().map(Item::from).toList(),
        last == null || last.isEmpty() ? null : Item.from(last));
  }

  /** Returns the write that stores a whole item. It replaces any item with the same key. */
  public Write put(Item item) {
    return new Write(this, Kind.PUT, item);
  }

  /**
   * Returns a write that changes attributes of an item. It creates the item if it does not exist.
   */
  public Write update(String pk, String sk) {
    return new Write(this, Kind.UPDATE, Item.of(pk, sk));
  }

  /** Returns the write that deletes an item. */
  public Write delete(String pk, String sk) {
    return new Write(this, Kind.DELETE, Item.of(pk, sk));
  }

  /** Returns a check of an item's condition, for a transaction. It writes nothing. */
  public Write check(String pk, String sk) {
    return new Write(this, Kind.CHECK, Item.of(pk, sk));
  }

  /**
   * Runs one write.
   *
   * @return whether the write happened; false when its condition did not hold
   */
  public static boolean run(Write write) {
    return runReturning(write).isPresent();
  }

  /**
   * Runs one write.
   *
   * @return the changed item after an update, the stored item after a put, an item with only the
   *     key after a delete; empty when the condition did not hold and nothing was written
   */
  public static Optional<Item> runReturning(Write write) {
    DynamoDbClient client = write.table.client;
    String table = write.table.name;
    try {
      switch (write.kind) {
        case PUT ->
            client.putItem(
                p ->
                    p.tableName(table)
                        .item(write.item.values())
                        .conditionExpression(write.condition())
                        .expressionAttributeNames(write.names())
                        .expressionAttributeValues(write.values()));
        case DELETE ->
            client.deleteItem(
                d ->
                    d.tableName(table)
                        .key(write.key())
                        .conditionExpression(write.condition())
                        .expressionAttributeNames(write.names())
                        .expressionAttributeValues(write.values()));
        case UPDATE -> {
          return Optional.of(
              Item.from(
                  client
                      .updateItem(
                          u ->
                              u.tableName(table)
                                  .key(write.key())
                                  .updateExpression(write.update())
                                  .conditionExpression(write.condition())
                                  .expressionAttributeNames(write.names())
                                  .expressionAttributeValues(write.values())
                                  .returnValues(ReturnValue.ALL_NEW))
                      .attributes()));
        }
        case CHECK -> throw new IllegalArgumentException("A check runs in a transaction only");
      }
      return Optional.of(write.item);
    } catch (ConditionalCheckFailedException _) {
      return Optional.empty();
    }
  }

  /**
   * The result of an update.
   *
   * @param written whether the condition held and the update was written
   * @param item the item after the update, or the item that did not meet the condition
   */
  public record Shown(boolean written, Item item) {}

  /**
   * Runs one update.
   *
   * @return empty after a successful update; otherwise the item that did not meet the condition
   */
  public static Optional<Item> runOrShow(Write update) {
    Shown shown = runShowing(update);
    return shown.written() ? Optional.empty() : Optional.of(shown.item());
  }

  /** Runs one update. Returns the item in either case: the condition held or did not hold. */
  public static Shown runShowing(Write update) {
    try {
      Map<String, AttributeValue> written =
          update
              .table
              .client
              .updateItem(
                  u ->
                      u.tableName(update.table.name)
                          .key(update.key())
                          .updateExpression(update.update())
                          .conditionExpression(update.condition())
                          .expressionAttributeNames(update.names())
                          .expressionAttributeValues(update.values())
                          .returnValues(ReturnValue.ALL_NEW)
                          .returnValuesOnConditionCheckFailure(
                              ReturnValuesOnConditionCheckFailure.ALL_OLD))
              .attributes();
      return new Shown(true, Item.from(written));
    } catch (ConditionalCheckFailedException refused) {
      return new Shown(false, Item.from(refused.item()));
    }
  }

  /** A query of one partition. The items come in the order of their sort keys. */
  public final class Query {
    private final @Nullable String index;
    private final String partition;
    private final String sort;
    private final Map<String, AttributeValue> values = new HashMap<>();
    private String condition = "#partition = :partition";
    private boolean descending;

    private Query(@Nullable String index, String partition, String sort, String value) {
      this.index = index;
      this.partition = partition;
      this.sort = sort;
      values.put(":partition", Item.attribute(value));
    }

    /** Limits the query to sort keys that begin with this prefix. */
    public Query startingWith(String prefix) {
      condition += " AND begins_with(#sort, :prefix)";
      values.put(":prefix", Item.attribute(prefix));
      return this;
    }

    /** Limits the query to sort keys from {@code from} to {@code to}, both included. */
    public Query between(String from, String to) {
      condition += " AND #sort BETWEEN :from AND :to";
      values.put(":from", Item.attribute(from));
      values.put(":to", Item.attribute(to));
      return this;
    }

    /** Reverses the order: the highest sort key comes first. */
    public Query descending() {
      descending = true;
      return this;
    }

    /** Reads every item of the query, page by page. */
    public List<Item> all() {
      List<Item> items = new ArrayList<>();
      Map<String, AttributeValue> from = null;
      do {
        QueryResponse page = ask(null, from);
        page.items().forEach(i -> items.add(Item.from(i)));
        from = page.lastEvaluatedKey();
      } while (from != null && !from.isEmpty());
      return items;
    }

    /**
     * Reads one page.
     *
     * @param limit the largest number of items
     * @param cursor the previous page's {@link Page#next}, or null for the first page
     * @throws Problem 400 when the cursor does not belong to this query
     */
    public Page<Item> page(int limit, @Nullable String cursor) {
      QueryResponse page;
      try {
        page = ask(limit, cursor == null ? null : Cursor.open(cursor, values, partition));
      } catch (DynamoDbException e) {
        // The cursor is well-formed but belongs to another query: its key is outside this query.
        if (cursor != null && "ValidationException".equals(e.awsErrorDetails().errorCode())) {
          throw Cursor.refused();
        }
        throw e;
      }
      Map<String, AttributeValue> last = page.lastEvaluatedKey();
      return new Page<>(
          page.items().stream().map(Item::from).toList(),
          last == null || last.isEmpty() ? null : Cursor.seal(last, partition));
    }

    /** Returns the cursor of the page that follows an item of this query. */
    public String cursorAfter(Item item) {
      Map<String, AttributeValue> key = new HashMap<>();
      for (String part : List.of("pk", "sk", partition, sort)) {
        key.put(part, Item.attribute(item.text(part)));
      }
      return Cursor.seal(key, partition);
    }

    private QueryResponse ask(@Nullable Integer limit, @Nullable Map<String, AttributeValue> from) {
      Map<String, String> names = new HashMap<>();
      names.put("#partition", partition);
      if (condition.contains("#sort")) {
        names.put("#sort", sort);
      }
      return client.query(
          QueryRequest.builder()
              .tableName(name)
              .indexName(index)
              .consistentRead(index == null)
              .keyConditionExpression(condition)
              .expressionAttributeNames(names)
              .expressionAttributeValues(values)
              .scanIndexForward(!descending)
              .limit(limit)
              .exclusiveStartKey(from)
              .build());
    }
  }
}
