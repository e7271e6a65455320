package org.permitportal.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.function.executor.FunctionInitializer;
import org.crac.Core;
import org.crac.Resource;
import org.permitportal.platform.Priming;

/** A Lambda function with its own Micronaut context, which creates only what the function uses. */
abstract class Function extends FunctionInitializer {
  private final boolean owner;

  /** The work to run before a snapshot is taken. */
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
   * Replaces Micronaut's builder for Lambda, which creates every singleton of the jar in every
   * function. This one creates singletons on demand and doesn't guess at environments.
   */
  @Override
  protected final ApplicationContextBuilder newApplicationContextBuilder() {
    return ApplicationContext.builder().deduceEnvironment(false).eagerInitSingletons(false);
  }

  /**
   * On Lambda with SnapStart, runs the primer before the snapshot. It also forgets what must not
   * outlive the snapshot, so that it is read again after the restore.
   */
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

  /**
   * Returns the function's name in the contract: the class's name without "Handler", its first
   * letter in lower case.
   */
  static String operationId(Class<?> handler) {
    String name = handler.getSimpleName();
    return Character.toLowerCase(name.charAt(0))
        + name.substring(1, name.length() - "Handler".length());
  }
}
