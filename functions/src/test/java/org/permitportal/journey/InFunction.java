package org.permitportal.journey;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.time.Clock;
import java.util.HashMap;

/** What a function of the running stack sees: its beans, with its environment and no other. */
final class InFunction {
  private InFunction() {}

  /** A context of its own, to be closed. */
  static ApplicationContext of(String logicalId) {
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .environmentPropertySource(false)
            .propertySources(
                PropertySource.of(
                    "function",
                    new HashMap<>(ThePortal.stack().environmentOf(logicalId)),
                    PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE,
                    PropertySource.Origin.of("template.yaml")))
            .build();
    context.registerSingleton(Clock.class, ThePortal.CLOCK);
    return context.start();
  }
}
