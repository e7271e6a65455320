package org.permitportal.journey;

import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import org.permitportal.contract.Handlers;

/** Makes the beans of a function, with the function's environment in the local run. */
public final class TheBeans {
  private TheBeans() {}

  /**
   * Returns a context like that of a function.
   *
   * @param function the function's logical id
   */
  public static ApplicationContext of(String function) {
    Map<String, Object> environment = new HashMap<>(ThePortal.stack().environmentOf(function));
    return Handlers.context(environment, ThePortal.clock());
  }
}
