package org.permitportal.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.function.executor.FunctionInitializer;
import org.crac.Core;
import org.crac.Resource;
import org.permitportal.platform.Priming;

/**
 * A Lambda function with its own Micronaut context. The context creates only the objects that the
 * function uses.
 */
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
   * Replaces Micronaut's builder for Lambda, because it creates all singletons in the jar for every
   * function. The builder returned here creates singletons on demand and does not detect the
   * environment.
   */
  @Override
  protected final ApplicationContextBuilder newApplicationContextBuilder() {
    return ApplicationContext.builder().deduceEnvironment(false).eagerInitSingletons(false);
  }

  /**
   * On Lambda with SnapStart, runs the primer before the snapshot. It also clears the values that
   * must not be in the snapshot. The function reads these values again after the restore.
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
   * Returns the operation's name in the contract: the class name without "Handler" and with a
   * lower-case first letter.
   */
  static String operationId(Class<?> handler) {
    String name = handler.getSimpleName();
    return Character.toLowerCase(name.charAt(0))
        + name.substring(1, name.length() - "Handler".length());
  }
}
