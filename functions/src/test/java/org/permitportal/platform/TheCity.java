package org.permitportal.platform;

import io.micronaut.context.ApplicationContext;

/** The sample city, as functions read it. */
public final class TheCity {
  public static final City CITY = read();

  private TheCity() {}

  private static City read() {
    try (ApplicationContext context =
        ApplicationContext.builder().deduceEnvironment(false).start()) {
      return context.getBean(City.class);
    }
  }
}
