package org.permitportal.journey;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.permitportal.secrets.Traffic;

/**
 * Gives each test class a {@link LocalRun}. At the end of the class, searches everything that the
 * portal has put out in the meantime for secrets.
 */
public final class HasALocalRun implements BeforeAllCallback, AfterAllCallback {
  private static final int SHOWN = 20;

  @Override
  public void beforeAll(ExtensionContext context) throws InterruptedException {
    LocalRun.take();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    try {
      List<String> found = Traffic.ofThisRun().found();
      if (!found.isEmpty()) {
        throw new AssertionError(
            found.size()
                + " finds of what is to be kept:\n"
                + String.join("\n", found.subList(0, Math.min(SHOWN, found.size()))));
      }
    } finally {
      LocalRun.giveBack();
    }
  }
}
