package org.permitportal.platform;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A transaction: either all of its writes happen or none. DynamoDB allows at most 100 writes and
 * only one write for each item.
 */
public final class Transaction {
  private static final int TRIES = 5;
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
   * Runs the writes. Tries again, five times in all, after a conflict with another transaction.
   *
   * @return an empty list when everything was written; otherwise the writes whose conditions did
   *     not hold, and then nothing was written
   */
  public List<Write> run() {
    DynamoDbClient client = writes.getFirst().table.client;
    List<TransactWriteItem> items = writes.stream().map(Transaction::item).toList();
    for (int attempt = 1; ; attempt++) {
      try {
        client.transactWriteItems(t -> t.transactItems(items));
        return List.of();
      } catch (TransactionCanceledException e) {
        List<Write> refused = refused(e.cancellationReasons());
        if (!refused.isEmpty()) {
          return refused;
        }
        if (attempt == TRIES || !conflict(e.cancellationReasons())) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  /**
   * Returns the writes whose conditions did not hold. DynamoDB gives a reason for each write, in
   * the order of the writes.
   */
  private List<Write> refused(List<CancellationReason> reasons) {
    return IntStream.range(0, reasons.size())
        .filter(i -> "ConditionalCheckFailed".equals(reasons.get(i).code()))
        .mapToObj(writes::get)
        .toList();
  }

  private static boolean conflict(List<CancellationReason> reasons) {
    return reasons.stream().anyMatch(r -> "TransactionConflict".equals(r.code()));
  }

  /**
   * Waits a random time before another attempt, so that conflicting requests do not try again at
   * the same moment. Each wait is about twice as long as the previous wait.
   *
   * @param attempt the number of attempts made so far
   */
  public static void pause(int attempt) {
    try {
      Thread.sleep((25L << attempt) + new SecureRandom().nextInt(25 << attempt));
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
