package org.permitportal.platform;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.permitportal.contract.Handlers;
import org.permitportal.contract.Yaml;
import org.permitportal.local.PortalStack;

/** Reads the sample city's settings like a function. */
public final class TheCity {
  public static final City CITY = read();

  private TheCity() {}

  private static City read() {
    try (ApplicationContext context = beans()) {
      return context.getBean(City.class);
    }
  }

  /** Returns an application context for beans that need only the city's settings. */
  public static ApplicationContext beans() {
    return Handlers.context(Map.of("CITY_FOLDER", PortalStack.sampleCity(Yaml.ROOT).toString()));
  }
}
