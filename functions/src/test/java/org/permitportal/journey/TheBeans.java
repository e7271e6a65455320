package org.permitportal.journey;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.util.HashMap;
import java.util.Map;

/** The parts of a function, with the environment that the running stack gives it. */
public final class TheBeans {
  private TheBeans() {}

  /**
   * A context like that of a function.
   *
   * @param function its logical id in template.yaml
   */
  public static ApplicationContext of(String function) {
    Map<String, Object> environment = new HashMap<>(ThePortal.stack().environmentOf(function));
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .environmentPropertySource(false)
        .propertySources(
            PropertySource.of(
                "function",
                environment,
                PropertyConvention.ENVIRONMENT_VARIABLE,
                PropertySource.Origin.of("template.yaml")))
        .singletons((Object) ThePortal.CLOCK)
        .start();
  }
}
