package org.permitportal.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.function.executor.FunctionInitializer;
import org.crac.Core;
import org.crac.Resource;
import org.permitportal.platform.Priming;

/** A Lambda function with its own Micronaut context, in which only what it uses is made. */
abstract class Function extends FunctionInitializer {
  private final boolean owner;

  /** What runs before a snapshot is taken. */
  interface Primer {
    void run() throws Exception;
  }

  Function() {
    this.owner = true;
  }

  Function(ApplicationContext context) {
    super(context);
    this.owner = false;
  }

  /**
   * Lambda's own builder of Micronaut makes every singleton of the jar in every function; this one
   * makes them when asked, and doesn't guess at environments.
   */
  @Override
  protected final ApplicationContextBuilder newApplicationContextBuilder() {
    return ApplicationContext.builder().deduceEnvironment(false).eagerInitSingletons(false);
  }

  /** On Lambda with SnapStart, runs this before the snapshot and opens connections anew after. */
  final void primeWith(Primer primer) {
    if (!owner) {
      return;
    }
    Priming priming = getApplicationContext().getBean(Priming.class);
    Resource resource =
        new Resource() {
          @Override
          public void beforeCheckpoint(org.crac.Context<? extends Resource> context)
              throws Exception {
            for (int i = 0; i < Priming.ROUNDS; i++) {
              priming.run();
              primer.run();
            }
            priming.forget();
          }

          @Override
          public void afterRestore(org.crac.Context<? extends Resource> context) {
            priming.forget();
          }
        };
    priming.keep(resource);
    Core.getGlobalContext().register(resource);
  }

  /** The function's name in the contract: its class's without "Handler", first letter small. */
  static String operationId(Class<?> handler) {
    String name = handler.getSimpleName();
    return Character.toLowerCase(name.charAt(0))
        + name.substring(1, name.length() - "Handler".length());
  }
}
