package org.permitportal.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import org.permitportal.local.lambda.FunctionError;

/** Converts data that an earlier version stored to the form that this version writes. */
final class Migration {
  private static final String FUNCTION = "MigrateItemsFunction";
  private final PortalStack stack;

  Migration(PortalStack stack) {
    this.stack = stack;
  }

  /**
   * Calls the migration function until all data are converted. Does nothing when the app has no
   * migration function.
   *
   * @param progress receives a message with the number of changed items; receives nothing when no
   *     item changed
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
      progress.accept("Migrated " + changed + " items stored by an earlier version.");
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
