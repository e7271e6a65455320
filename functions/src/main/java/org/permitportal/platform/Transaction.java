package org.permitportal.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Writes that all happen or none; at most 100, no item twice (a DynamoDB limit). */
public final class Transaction {
  private static final int TRIES = 4;
  private final List<Write> writes = new ArrayList<>();

  /** Adds a write. */
  public Transaction with(Write write) {
    writes.add(write);
    return this;
  }

  /** Adds writes. */
  public Transaction with(List<Write> more) {
    writes.addAll(more);
    return this;
  }

  /**
   * Runs them. A conflict with another transaction is tried again a few times.
   *
   * @return nothing when all was written, else the index of the first write whose condition did not
   *     hold; nothing was written then
   */
  public OptionalInt run() {
    DynamoDbClient client = writes.getFirst().table.client;
    List<TransactWriteItem> items = writes.stream().map(Transaction::item).toList();
    for (int attempt = 1; ; attempt++) {
      try {
        client.transactWriteItems(t -> t.transactItems(items));
        return OptionalInt.empty();
      } catch (TransactionCanceledException e) {
        OptionalInt failed = refused(e);
        if (failed.isPresent()) {
          return failed;
        }
        if (attempt == TRIES) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  private static OptionalInt refused(TransactionCanceledException e) {
    List<CancellationReason> reasons = e.cancellationReasons();
    for (int i = 0; i < reasons.size(); i++) {
      if ("ConditionalCheckFailed".equals(reasons.get(i).code())) {
        return OptionalInt.of(i);
      }
    }
    boolean conflict = reasons.stream().anyMatch(r -> "TransactionConflict".equals(r.code()));
    if (!conflict) {
      throw e;
    }
    return OptionalInt.empty();
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(25L << attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static TransactWriteItem item(Write write) {
    String table = write.table.name;
    return switch (write.kind) {
      case PUT ->
          TransactWriteItem.builder()
              .put(
                  p ->
                      p.tableName(table)
                          .item(write.item.values())
                          .conditionExpression(write.condition())
                          .expressionAttributeNames(write.names())
                          .expressionAttributeValues(write.values()))
              .build();
      case UPDATE ->
          TransactWriteItem.builder()
              .update(
                  u ->
                      u.tableName(table)
                          .key(write.key())
                          .updateExpression(write.update())
                          .conditionExpression(write.condition())
                          .expressionAttributeNames(write.names())
                          .expressionAttributeValues(write.values()))
              .build();
      case DELETE ->
          TransactWriteItem.builder()
              .delete(
                  d ->
                      d.tableName(table)
                          .key(write.key())
                          .conditionExpression(write.condition())
                          .expressionAttributeNames(write.names())
                          .expressionAttributeValues(write.values()))
              .build();
      case CHECK ->
          TransactWriteItem.builder()
              .conditionCheck(
                  c ->
                      c.tableName(table)
                          .key(write.key())
                          .conditionExpression(write.condition())
                          .expressionAttributeNames(write.names())
                          .expressionAttributeValues(write.values()))
              .build();
    };
  }
}
