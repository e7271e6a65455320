package org.permitportal.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.permitportal.contract.Contract;
import org.permitportal.journey.LocalRun;
import org.permitportal.journey.ThePortal;

/**
 * Compares the cost of each successful operation exactly with {@code operation-costs.txt}. The cost
 * is the AWS calls and DynamoDB capacity units. The test runs in its own JVM, because the cost of a
 * list depends on the stored data. {@code -Dcost.rounds=20} repeats all calls and adds the CPU time
 * of warm calls.
 */
class OperationCostsIT {
  private static final Path HELD = Path.of("src/test/resources/operation-costs.txt");
  private static final Path FOUND = Path.of("target/operation-costs.txt");

  /**
   * The largest number of AWS calls for the operations that people wait for most. With these
   * limits, a change of the table of costs cannot make these operations slow.
   */
  private static final Map<String, Integer> MOST =
      Map.of(
          "login", 4,
          "startRecovery", 4,
          "answerQuestion", 4,
          "resetPassword", 4,
          "getDashboard", 2,
          "openPermit", 2,
          "searchCompanies", 1);

  @Test
  void whatEachOperationCostsIsWhatTheTableSays() throws IOException {
    OperationCosts costs = new OperationCosts();
    ThePortal.stack().onLambdaCall(LocalRun.listening(costs::saw));
    // The first round creates the functions, and new functions also fetch their secrets.
    round();
    costs.begin();
    round();
    String table = costs.table();
    System.out.println(table);
    Files.writeString(FOUND, table);
    int rounds = Integer.getInteger("cost.rounds", 0);
    for (int i = 0; i < rounds; i++) {
      round();
    }
    if (rounds > 0) {
      System.out.println(costs.cpuTable());
    }
    assertThat(table.lines().skip(1).map(line -> line.split(" ", 2)[0]))
        .containsExactlyElementsOf(Contract.operations().keySet());
    MOST.forEach(
        (operation, calls) -> assertThat(costs.calls(operation)).hasSizeLessThanOrEqualTo(calls));
    assertThat(table).isEqualTo(Files.readString(HELD));
  }

  private static void round() {
    AccountStory.told();
    PermitStory.told();
  }
}
