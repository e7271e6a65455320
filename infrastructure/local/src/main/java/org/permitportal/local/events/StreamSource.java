package org.permitportal.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.permitportal.local.Fault;
import org.permitportal.local.Json;
import org.permitportal.local.emulators.AwsJson;
import org.permitportal.local.lambda.FunctionError;
import org.permitportal.local.lambda.Functions;
import org.permitportal.local.template.Function;

/**
 * Emulates Lambda's event source mapping from a table's stream to a function. It reads the shards
 * in order, from TRIM_HORIZON. It supports filters, ReportBatchItemFailures and a limit of retries.
 * Records that still fail after the last retry go to {@link Failures}.
 */
public final class StreamSource implements AutoCloseable {
  private static final String TRIMMED = "TrimmedDataAccessException";
  private static final String STREAMS = "DynamoDBStreams_20120810.";

  /** The number of retries when the template sets none. Lambda would retry for a day. */
  private static final int DEFAULT_RETRIES = 5;

  private static final long LONGEST_PAUSE = 5_000;

  /** How long the list of shards is used; a new shard may be read so much later. */
  private static final Duration SHARDS_HOLD = Duration.ofSeconds(1);

  private final AwsJson dynamoDb;
  private final String table;
  private final Function function;
  private final Functions functions;
  private final Failures failures;
  private final Checkpoints checkpoints;
  private final List<EventPattern> filters = new ArrayList<>();
  private final int batchSize;
  private final int retries;
  private final boolean reportsItems;
  private final Thread thread;
  private final Semaphore calls = new Semaphore(0);

  /** Where each open shard is read next. */
  private final Map<String, JsonNode> iterators = new HashMap<>();

  private JsonNode shards = Json.array();
  private long listed;
  private volatile boolean closed;

  /**
   * @param mapping the properties of the function's DynamoDB event in SAM's template
   */
  public StreamSource(
      AwsJson dynamoDb,
      String table,
      Function function,
      JsonNode mapping,
      Functions functions,
      Failures failures,
      Checkpoints checkpoints) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.function = function;
    this.functions = functions;
    this.failures = failures;
    this.checkpoints = checkpoints;
    if (!mapping.path("StartingPosition").asText().equals("TRIM_HORIZON")) {
      throw new Fault(function.logicalId() + ": its stream must start at TRIM_HORIZON");
    }
    for (JsonNode filter : mapping.path("FilterCriteria").path("Filters")) {
      filters.add(new EventPattern(Json.read(filter.path("Pattern").asText())));
    }
    this.batchSize = mapping.path("BatchSize").asInt(100);
    int attempts = mapping.path("MaximumRetryAttempts").asInt(-1);
    this.retries = attempts < 0 ? DEFAULT_RETRIES : attempts;
    this.reportsItems = mapping.path("FunctionResponseTypes").toString().contains("BatchItem");
    this.thread = Thread.ofVirtual().name("stream-" + table).unstarted(this::run);
  }

  public void start() {
    functions.onCall(_ -> calls.release());
    thread.start();
  }

  private void run() {
    try {
      ObjectNode input = Json.object().put("TableName", table);
      JsonNode found = dynamoDb.call("DynamoDB_20120810.DescribeTable", input).path("Table");
      String arn = found.path("LatestStreamArn").asText();
      if (arn.isEmpty()) {
        throw new Fault(function.logicalId() + ": the table " + table + " has no stream");
      }
      while (!closed) {
        round(arn);
        awaitChange();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!closed) {
        System.err.println("The stream of " + table + " ends: " + e.getMessage());
      }
    }
  }

  /**
   * Waits until any function call ends, but at most 100 ms. Most changes of tables come from
   * function calls.
   */
  private void awaitChange() throws InterruptedException {
    calls.tryAcquire(100, TimeUnit.MILLISECONDS);
    calls.drainPermits();
  }

  private void round(String arn) throws InterruptedException {
    try {
      if (shards.isEmpty() || System.nanoTime() - listed > SHARDS_HOLD.toNanos()) {
        shards = shards(arn);
        listed = System.nanoTime();
      }
      Set<String> open = new HashSet<>();
      for (JsonNode shard : shards) {
        // Read a shard only after its parent has been read to the end.
        boolean waits = open.contains(shard.path("ParentShardId").asText());
        if (waits || !drained(arn, shard)) {
          open.add(shard.path("ShardId").asText());
        }
      }
    } catch (Fault e) {
      // The next round asks for new iterators and gets the records that were not delivered.
      iterators.clear();
      shards = Json.array();
      if (!closed && !trimmed(e)) {
        System.err.println("The stream of " + table + " is tried again: " + e.getMessage());
        Thread.sleep(1_000);
      }
    }
  }

  private JsonNode shards(String arn) {
    ArrayNode shards = Json.array();
    String last = "";
    do {
      ObjectNode input = Json.object().put("StreamArn", arn);
      if (!last.isEmpty()) {
        input.put("ExclusiveStartShardId", last);
      }
      JsonNode page = dynamoDb.call(STREAMS + "DescribeStream", input).path("StreamDescription");
      page.path("Shards").forEach(shards::add);
      last = page.path("LastEvaluatedShardId").asText();
    } while (!last.isEmpty());
    return shards;
  }

  /**
   * Reads and delivers the records of a shard.
   *
   * @return whether the shard is closed and was read to its end
   */
  private boolean drained(String arn, JsonNode shard) throws InterruptedException {
    String id = shard.path("ShardId").asText();
    String name = arn + " " + id + " " + function.logicalId();
    if (checkpoints.isDone(name)) {
      return true;
    }
    JsonNode iterator = iterators.remove(id);
    if (iterator == null) {
      iterator = iterator(arn, id, checkpoints.get(name));
    }
    while (!closed && iterator.isTextual()) {
      ObjectNode request = Json.object().put("Limit", batchSize);
      JsonNode page = dynamoDb.call(STREAMS + "GetRecords", request.set("ShardIterator", iterator));
      List<JsonNode> records = new ArrayList<>();
      page.path("Records").forEach(records::add);
      if (!records.isEmpty()) {
        deliver(arn, records);
        checkpoints.set(name, sequenceNumber(records.getLast()));
      }
      iterator = page.path("NextShardIterator");
      if (records.isEmpty() && iterator.isTextual()) {
        iterators.put(id, iterator);
        return false;
      }
    }
    if (!closed) {
      checkpoints.done(name);
    }
    return true;
  }

  private static boolean trimmed(Fault fault) {
    return String.valueOf(fault.getMessage()).contains(TRIMMED);
  }

  /**
   * Returns a shard iterator. When the position's record was trimmed in the meantime, it starts at
   * the oldest record that is left.
   *
   * @param after the sequence number of the last record that was delivered, or an empty text
   */
  private JsonNode iterator(String arn, String shardId, String after) {
    ObjectNode input = Json.object().put("StreamArn", arn).put("ShardId", shardId);
    if (!after.isEmpty()) {
      ObjectNode next = input.deepCopy().put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER");
      try {
        return iterator(next.put("SequenceNumber", after));
      } catch (Fault e) {
        if (!trimmed(e)) {
          throw e;
        }
      }
    }
    return iterator(input.put("ShardIteratorType", "TRIM_HORIZON"));
  }

  private JsonNode iterator(ObjectNode input) {
    return dynamoDb.call(STREAMS + "GetShardIterator", input).path("ShardIterator");
  }

  private void deliver(String arn, List<JsonNode> records) throws InterruptedException {
    List<JsonNode> rest =
        new ArrayList<>(
            records.stream()
                .filter(
                    record ->
                        filters.isEmpty() || filters.stream().anyMatch(f -> f.matches(record)))
                .toList());
    rest.forEach(record -> ((ObjectNode) record).put("eventSourceARN", arn));
    for (int attempt = 0; !rest.isEmpty(); attempt++) {
      ObjectNode event = Json.object();
      event.putArray("Records").addAll(rest);
      int failed = firstFailed(rest, event);
      rest.subList(0, failed).clear();
      if (failed > 0) {
        attempt = 0;
      }
      if (!rest.isEmpty() && attempt >= retries) {
        failures.add(
            function.logicalId(),
            event.set("Records", Json.array().addAll(rest)),
            "RetryAttemptsExhausted");
        return;
      }
      if (!rest.isEmpty()) {
        Thread.sleep(Math.min(LONGEST_PAUSE, 100L << Math.min(attempt, 10)));
      }
    }
  }

  /**
   * Calls the function.
   *
   * @return the index of the first record to send again; the number of records when no record
   *     failed
   */
  private int firstFailed(List<JsonNode> records, JsonNode event) {
    try {
      byte[] reply = functions.invoke(function.logicalId(), Json.bytes(event));
      if (!reportsItems || reply.length == 0) {
        return records.size();
      }
      Set<String> failed = new HashSet<>();
      for (JsonNode item : Json.read(reply).path("batchItemFailures")) {
        failed.add(item.path("itemIdentifier").asText());
      }
      for (int i = 0; i < records.size(); i++) {
        if (failed.contains(sequenceNumber(records.get(i)))) {
          return i;
        }
      }
      // An unknown or empty identifier means that the whole batch failed.
      return failed.isEmpty() ? records.size() : 0;
    } catch (FunctionError | IllegalArgumentException e) {
      return 0;
    }
  }

  private static String sequenceNumber(JsonNode record) {
    return record.path("dynamodb").path("SequenceNumber").asText();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
