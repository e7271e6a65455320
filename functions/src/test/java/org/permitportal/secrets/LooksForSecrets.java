package org.permitportal.secrets;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After each test class: nothing that it brought about may hold what is to be kept. */
public final class LooksForSecrets implements AfterAllCallback {
  private static final int SHOWN = 20;

  @Override
  public void afterAll(ExtensionContext context) {
    List<String> found = Traffic.OF_THIS_RUN.found();
    if (!found.isEmpty()) {
      throw new AssertionError(
          found.size()
              + " finds of what is to be kept:\n"
              + String.join("\n", found.subList(0, Math.min(SHOWN, found.size()))));
    }
  }
}
