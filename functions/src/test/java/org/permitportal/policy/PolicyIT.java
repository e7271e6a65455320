package org.permitportal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.contract.Handlers;
import org.permitportal.evidence.Evidence;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.PortalStack;
import org.permitportal.local.template.Function;
import org.permitportal.platform.Priming;

/**
 * Checks, after all journeys, that each function has exactly the AWS permissions that it used in
 * the journeys and before a snapshot.
 */
class PolicyIT {
  private static List<Grant> granted;

  @BeforeAll
  static void everyFunctionIsPrimed() throws Exception {
    for (Handlers.Function function : Handlers.all().values()) {
      try (ApplicationContext context = TheBeans.of(function.logicalId())) {
        FutureTask<Void> priming = new FutureTask<>(() -> prime(function, context), null);
        Thread.ofVirtual().name(function.logicalId()).start(priming);
        priming.get();
      }
    }
    PortalStack stack = ThePortal.stack();
    granted = Grant.all(stack.app(), stack.template(), stack.attributes());
  }

  /** Runs the work that the function does before a snapshot. */
  private static void prime(Handlers.Function function, ApplicationContext context) {
    try {
      function.made(context);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
    context.getBean(Priming.class).run();
  }

  @Test
  void everyFunctionWasCalled() {
    Set<String> functions =
        ThePortal.stack().app().functions().stream()
            .map(Function::logicalId)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(functions).isNotEmpty();
    functions.removeAll(Evidence.CALLS.all());
    assertThat(functions).as("functions that no journey called").isEmpty();
  }

  @Test
  void whatAFunctionAskedForIsGranted() {
    Set<AwsUse> seen = AwsUses.seen();
    System.out.println(
        "%d kinds of AWS calls by %d functions; %d grants"
            .formatted(
                seen.size(),
                seen.stream().map(AwsUse::function).distinct().count(),
                granted.size()));
    assertThat(seen).isNotEmpty();
    assertThat(Grant.missing(granted, seen)).isEmpty();
  }

  @Test
  void whatIsGrantedWasAskedFor() {
    assertThat(granted).isNotEmpty();
    assertThat(Grant.unused(granted, AwsUses.seen())).isEmpty();
  }
}
