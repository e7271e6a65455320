package org.permitportal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.permitportal.contract.Contract;
import org.permitportal.contract.Handlers;
import org.permitportal.contract.Yaml;
import org.permitportal.evidence.Depth;
import org.permitportal.local.Options;
import org.permitportal.local.PortalStack;

/**
 * Runs functions like Lambda: each in its own process, from the built jar, under the real runtime
 * interface client and through SnapStart's hooks. Each function gets its sample event and its own
 * environment variables.
 *
 * <p>{@code verify} runs one function for each package of handlers and each kind of caller. This
 * shows that these functions, the jar, the runtime's hooks and the superclasses work in a real
 * process. {@code EveryFunctionStartsTest} creates the beans of all functions, but inside the
 * tests' JVM. {@code -Pdeep} runs every function.
 */
class FunctionsUnderTheRuntimeIT {
  private static final Path JAR = Path.of("target/functions.jar");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int AT_ONCE = 2;
  private static final Map<String, Future<FunctionProcess.Outcome>> OUTCOMES = new TreeMap<>();
  private static final Map<String, Handlers.Function> RUN =
      Depth.of(oneOfEachKind(), oneOfEachKind(), Handlers.all());
  private static PortalStack stack;

  @BeforeAll
  static void theyAreRun(@TempDir Path folder) throws Exception {
    assumeTrue(
        System.getProperty("os.name").equals("Linux"),
        "SKIPPED: the runtime interface client has libraries for Linux only");
    System.out.printf("functions.jar has %,d bytes%n", Files.size(JAR));
    Path task = Files.createDirectory(folder.resolve("task"));
    FunctionProcess.unpack(JAR, task);
    stack = PortalStack.start(Options.forTests(Yaml.ROOT, Clock.systemUTC()));
    FunctionProcess runner = new FunctionProcess(task, folder);
    ExecutorService processes = Executors.newFixedThreadPool(AT_ONCE);
    RUN.forEach((id, function) -> OUTCOMES.put(id, processes.submit(() -> run(runner, function))));
    processes.shutdown();
    // The stack must run until all processes have ended. Each function's own test checks the result
    // of its process.
    assertThat(processes.awaitTermination(20, TimeUnit.MINUTES)).isTrue();
  }

  private static FunctionProcess.Outcome run(FunctionProcess runner, Handlers.Function function)
      throws Exception {
    return runner.run(
        function.logicalId(),
        function.handler().getName(),
        stack.environmentOf(function.logicalId()),
        Files.readAllBytes(Yaml.ROOT.resolve("events/" + function.operationId() + ".json")));
  }

  @AfterAll
  static void theStackIsStopped() {
    if (stack != null) {
      stack.close();
    }
  }

  private static Map<String, Handlers.Function> oneOfEachKind() {
    Map<String, Handlers.Function> kinds = new TreeMap<>();
    Handlers.all()
        .values()
        .forEach(f -> kinds.putIfAbsent(f.handler().getPackageName() + " " + f.kind(), f));
    Map<String, Handlers.Function> byId = new TreeMap<>();
    kinds.values().forEach(function -> byId.put(function.operationId(), function));
    return byId;
  }

  @TestFactory
  Stream<DynamicTest> eachAnswersItsSampleEvent() {
    return RUN.values().stream()
        .map(f -> DynamicTest.dynamicTest(f.operationId(), () -> answers(f)));
  }

  private static void answers(Handlers.Function function) throws Exception {
    FunctionProcess.Outcome outcome = OUTCOMES.get(function.operationId()).get();
    String text = outcome.answer().text();
    if (function.trigger()) {
      JsonNode answer = text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text);
      assertThat(answer.path("batchItemFailures")).as(outcome.log()).isEmpty();
      report(function, "done", outcome);
      return;
    }
    JsonNode answer = JSON.readTree(text);
    int status = answer.path("statusCode").asInt();
    assertThat(status).as(text + "\n" + outcome.log()).isBetween(200, 499);
    assertThat(Contract.operations().get(function.operationId()).responses())
        .as("documented answers; it gave " + text)
        .containsKey(String.valueOf(status));
    report(function, String.valueOf(status), outcome);
  }

  private static void report(
      Handlers.Function function, String answer, FunctionProcess.Outcome outcome) {
    System.out.printf(
        "%-28s %-4s restored to answer %5d ms%n",
        function.operationId(), answer, outcome.answer().took().toMillis());
  }

  @Test
  void eachWritesOneLineOfItsOwnAndNoComplaint() throws Exception {
    assertThat(OUTCOMES).isNotEmpty();
    for (Map.Entry<String, Future<FunctionProcess.Outcome>> outcome : OUTCOMES.entrySet()) {
      assertThat(outcome.getValue().get().log().lines())
          .as(outcome.getKey())
          .hasSize(1)
          .allSatisfy(
              line ->
                  assertThat(JSON.readTree(line).path("operation").asText())
                      .isEqualTo(outcome.getKey()));
    }
  }
}
