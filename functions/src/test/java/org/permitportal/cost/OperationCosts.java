package org.permitportal.cost;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.permitportal.contract.Handlers;
import org.permitportal.journey.AwsCalls;
import org.permitportal.local.lambda.LambdaCall;

/**
 * Measures the cost of operations during the calls of the tests. Only the last successful call of
 * each operation counts.
 */
final class OperationCosts {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Map<String, AwsCalls.Use> uses = new TreeMap<>();
  private final Map<String, List<Duration>> cpu = new TreeMap<>();

  /** Records a function call that has ended. */
  synchronized void saw(LambdaCall call) {
    AwsCalls.Use use = AwsCalls.takenFrom(call.function());
    if (succeeded(call)) {
      String operation =
          Handlers.all().values().stream()
              .filter(function -> function.logicalId().equals(call.function()))
              .findFirst()
              .orElseThrow()
              .operationId();
      uses.put(operation, use);
      cpu.computeIfAbsent(operation, name -> new ArrayList<>()).add(call.cpu());
    }
  }

  private static boolean succeeded(LambdaCall call) {
    try {
      int status =
          call.reply() == null ? 500 : JSON.readTree(call.reply()).path("statusCode").asInt();
      return status >= 200 && status < 300;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets all calls. */
  synchronized void begin() {
    uses.clear();
    cpu.clear();
  }

  /** Returns the calls of an operation. */
  synchronized List<String> calls(String operation) {
    return uses.getOrDefault(operation, new AwsCalls.Use(List.of(), 0, 0)).calls();
  }

  /**
   * Returns a line for each operation: the number of calls, the read and write units, and the calls
   * in order.
   */
  synchronized String table() {
    StringBuilder table =
        new StringBuilder("operation               calls  read write  which, in order\n");
    uses.forEach(
        (operation, use) ->
            table
                .append(
                    String.format(
                            Locale.ROOT,
                            "%-24s%5d%6.1f%6.1f  %s",
                            operation,
                            use.calls().size(),
                            use.readUnits(),
                            use.writeUnits(),
                            String.join(", ", use.calls()).replace("DynamoDb ", ""))
                        .stripTrailing())
                .append('\n'));
    return table.toString();
  }

  /** Returns a line for each operation: the median CPU time of its thread in milliseconds. */
  synchronized String cpuTable() {
    StringBuilder table = new StringBuilder("operation                  ms calls\n");
    cpu.forEach(
        (operation, times) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "%-24s%5.1f%6d%n",
                    operation,
                    times.stream()
                            .sorted()
                            .skip(times.size() / 2)
                            .findFirst()
                            .orElseThrow()
                            .toNanos()
                        / 1e6,
                    times.size())));
    return table.toString();
  }
}
