package org.permitportal.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.permitportal.local.cognito.Rule.Needs;

/**
 * Tests Cognito's rules through the AWS SDK, against the emulator. With {@code -Dcognito.pool=
 * -Dcognito.client= -Dcognito.region=} and AWS credentials in the environment, it tests a real
 * pool. The real pool must have the settings in {@link Bench}.
 */
final class CognitoRulesTest {
  @TempDir static Path folder;
  static Bench bench;

  @BeforeAll
  static void open() {
    bench = Bench.open(folder, "{}", "{}");
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  static Stream<Rule> rules() {
    return Stream.of(UserRules.ROWS, SignInRules.ROWS, TokenRules.ROWS, StrangerRules.ROWS)
        .flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void cognitoKeeps(Rule rule) throws Exception {
    if (Bench.real() && rule.needs() != Needs.NOTHING) {
      System.out.println("SKIPPED: " + rule.name() + ": a real pool cannot offer " + rule.needs());
      Assumptions.abort("needs " + rule.needs());
    }
    if (rule.exception() == null) {
      rule.calls().on(bench);
    } else {
      assertThatThrownBy(() -> rule.calls().on(bench))
          .isInstanceOf(rule.exception())
          .hasMessageContaining(rule.message());
    }
  }

  @Test
  void theTableNamesEachRuleOnce() {
    assertThat(rules().map(Rule::name)).hasSizeGreaterThan(70).doesNotHaveDuplicates();
  }
}
