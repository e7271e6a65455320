package org.permitportal.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.permitportal.contract.Contract;
import org.permitportal.contract.Contract.Operation;
import org.permitportal.journey.ApiCall;

/**
 * Calls every operation as every kind of caller. Checks which callers are allowed and how the
 * others are refused.
 */
class AccessMatrixTest {
  /** The operations that end the access of other callers. They come last. */
  private static final Set<String> ENDING = Set.of("removeMember", "suspendAccount");

  private static final List<Operation> OPERATIONS =
      Contract.operations().values().stream()
          .sorted(Comparator.comparing(operation -> ENDING.contains(operation.id())))
          .toList();

  private final Map<String, Map<Who, Integer>> statuses = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  @Test
  void everyCallerIsLetInWhereTheContractSaysSoAndNowhereElse() {
    Callers callers = new Callers();
    JsonNode before = callers.state();
    // Refused callers and the other company call first. None of them may change the owner's data.
    go(callers, false);
    assertThat(wrong).isEmpty();
    assertThat(callers.state()).isEqualTo(before);
    go(callers, true);
    print();
    assertThat(wrong).isEmpty();
    assertThat(statuses.values().stream().mapToInt(Map::size).sum())
        .isEqualTo(OPERATIONS.size() * Who.values().length)
        .isGreaterThan(1_000);
  }

  @Test
  void whatIsWrittenByHandIsNotWhatWouldBeDerived() {
    for (Expected.Otherwise cells : Expected.OTHERWISE) {
      Operation operation = Contract.operations().get(cells.operation());
      assertThat(cells.who())
          .as("%s", cells)
          .isNotEmpty()
          .allMatch(who -> Expected.derived(operation, who) != cells.door());
    }
  }

  private void go(Callers callers, boolean letIn) {
    for (Operation operation : OPERATIONS) {
      for (Who who : Who.values()) {
        Door expected = Expected.of(operation, who);
        boolean harmless = expected != Door.OPEN || who == Who.OTHER_COMPANY;
        if (harmless != letIn) {
          call(callers, operation, who, expected);
        }
      }
    }
  }

  private void call(Callers callers, Operation operation, Who who, Door expected) {
    ApiCall.Answer answer = callers.by(who, operation).send();
    statuses
        .computeIfAbsent(operation.id(), id -> new EnumMap<>(Who.class))
        .put(who, answer.status());
    Door door = Door.of(answer);
    if (door != expected) {
      wrong.add(
          "%s by %s: %s instead of %s, %d %s"
              .formatted(operation.id(), who, door, expected, answer.status(), answer.body()));
    }
  }

  private void print() {
    Who[] all = Who.values();
    for (int i = 0; i < all.length; i++) {
      System.out.printf("%26s%s%s%n", "", "    |".repeat(i), "    " + all[i]);
    }
    statuses.forEach(
        (operation, row) ->
            System.out.printf(
                "%-26s%s%n",
                operation,
                Arrays.stream(all)
                    .map(who -> "  " + row.getOrDefault(who, 0))
                    .collect(Collectors.joining())));
  }
}
