package org.permitportal.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import org.permitportal.local.lambda.FunctionError;

/** Moves what an earlier version has kept in the data folder to the form that this one writes. */
final class Migration {
  private static final String FUNCTION = "MigrateItemsFunction";
  private final PortalStack stack;

  Migration(PortalStack stack) {
    this.stack = stack;
  }

  /**
   * Calls the function that migrates until it is done; nothing where the app has none.
   *
   * @param progress is told how many items were changed, where any were
   * @throws Fault when the function fails
   */
  void run(Consumer<String> progress) {
    if (stack.app().functions().stream().noneMatch(f -> f.logicalId().equals(FUNCTION))) {
      return;
    }
    long changed = 0;
    boolean done = false;
    while (!done) {
      JsonNode outcome = once();
      changed += outcome.path("changed").asLong();
      done = outcome.path("done").asBoolean(true);
    }
    if (changed > 0) {
      progress.accept("Migrated " + changed + " items that an earlier version has kept.");
    }
  }

  private JsonNode once() {
    try {
      return Json.read(stack.invoke(FUNCTION, Json.object()));
    } catch (FunctionError e) {
      throw new Fault("the data of an earlier version can't be migrated: " + e.getMessage(), e);
    }
  }
}
