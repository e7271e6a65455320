package org.permitportal.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.journey.ThePortal;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RateLimiter;

/** Tests that tries are refused at the limit and allowed again after the time window. */
@ParameterizedClass
@EnumSource(Backend.class)
class RateLimiterTest {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  @Parameter Backend backend;
  private ApplicationContext beans;
  private RateLimiter rateLimiter;
  private final String key = "test#" + UUID.randomUUID();

  @BeforeEach
  void open() {
    beans = backend.beans("LoginFunction");
    rateLimiter = beans.getBean(RateLimiter.class);
  }

  @AfterEach
  void close() {
    if (beans != null) {
      beans.close();
    }
  }

  @Test
  void afterTheLastTryEveryMoreIsRefusedUntilTheWindowEnds() {
    for (int i = 0; i < 3; i++) {
      rateLimiter.count(key, 3, WINDOW);
    }
    ThePortal.clock().pass(Duration.ofMinutes(5));
    assertThatThrownBy(() -> rateLimiter.count(key, 3, WINDOW))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.details().retryAfter())
                    .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10)));
    rateLimiter.count(key + "other", 3, WINDOW);
    ThePortal.clock().pass(Duration.ofMinutes(11));
    rateLimiter.count(key, 3, WINDOW);
  }

  @Test
  void aSuccessForgetsTheTries() {
    rateLimiter.count(key, 1, WINDOW);
    rateLimiter.forget(key);
    rateLimiter.count(key, 1, WINDOW);
    assertThatThrownBy(() -> rateLimiter.count(key, 1, WINDOW)).isInstanceOf(Problem.class);
  }

  @Test
  void triesAtTheSameTimeAreAllCounted() throws Exception {
    List<Callable<Boolean>> tries =
        IntStream.range(0, 12).<Callable<Boolean>>mapToObj(_ -> this::allowed).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int allowed = 0;
      for (Future<Boolean> one : threads.invokeAll(tries)) {
        allowed += one.get() ? 1 : 0;
      }
      assertThat(allowed).isEqualTo(5);
    }
  }

  private boolean allowed() {
    try {
      rateLimiter.count(key, 5, WINDOW);
      return true;
    } catch (Problem problem) {
      return false;
    }
  }
}
