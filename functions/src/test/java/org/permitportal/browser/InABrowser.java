package org.permitportal.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Marks a journey in Chromium. Without Chromium the journey is skipped before anything starts. With
 * {@code CI=true} it fails instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InABrowser.WhereThereIsOne.class)
@interface InABrowser {
  /** Skips the journey and says so when there is no Chromium. */
  final class WhereThereIsOne implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (TheBrowser.isThere()) {
        return ConditionEvaluationResult.enabled("Chromium is there");
      }
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError("CI=true, but there is no Chromium");
      }
      System.out.println("SKIPPED: no Chromium for " + context.getDisplayName());
      return ConditionEvaluationResult.disabled("no Chromium");
    }
  }
}
