package org.permitportal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests that each function's handler and beans can be created with only the environment variables
 * that the template gives the function.
 */
class EveryFunctionStartsTest {
  @TestFactory
  Stream<DynamicTest> everyFunctionStartsWithItsOwnEnvironmentAlone() {
    return Handlers.all().values().stream()
        .map(
            function ->
                DynamicTest.dynamicTest(
                    function.operationId(),
                    () -> {
                      try (ApplicationContext context = function.context()) {
                        assertThat(function.made(context)).isInstanceOf(function.handler());
                      }
                    }));
  }
}
