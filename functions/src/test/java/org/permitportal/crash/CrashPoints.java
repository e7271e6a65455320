package org.permitportal.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.permitportal.crash.Faults.When;

/**
 * Runs a use case many times. In each run another one of its AWS calls fails, before or after the
 * call's effect, until every call has failed. After a failure, either the person tries again, or
 * nobody does and the portal cleans up by itself. In both cases nothing may stay half-done.
 */
public final class CrashPoints {
  private static final Pattern READS =
      Pattern.compile(" (Admin|Batch)?(Get(?!Tokens)|Query|Head|List)");

  private CrashPoints() {}

  /** One run of the use case, with a new person's data. */
  public interface Run {
    /** Runs the use case, which may fail. */
    void act();

    /**
     * Repeats the use case, like a person, until it succeeds. Then checks that everything was done
     * exactly once.
     */
    void again();

    /**
     * Checks the state when nobody tries again: lets the portal's schedules run, and then checks
     * that nothing is half-done. Not called for triggers, because AWS delivers their events again.
     */
    default void left() {
      throw new AssertionError("A trigger's event comes again");
    }
  }

  /**
   * Tries all AWS calls of a function.
   *
   * @param function the function's logical id
   * @param fresh makes a new run with a new person's data
   * @return the AWS calls of a complete run
   */
  public static List<String> of(String function, Supplier<Run> fresh) {
    return of(function, 1, List.of(true, false), fresh);
  }

  /**
   * Tries all AWS calls of a trigger. AWS delivers the trigger's event again until the function
   * succeeds.
   */
  public static List<String> ofTrigger(String function, Supplier<Run> fresh) {
    return of(function, 1, List.of(true), fresh);
  }

  /**
   * Tries the AWS calls from a later call on, for a function that begins with many similar reads.
   *
   * @param first the number of the first call that fails
   */
  public static List<String> of(String function, int first, Supplier<Run> fresh) {
    return of(function, first, List.of(true, false), fresh);
  }

  private static List<String> of(
      String function, int first, List<Boolean> repeated, Supplier<Run> fresh) {
    List<String> whole = new ArrayList<>();
    int points = 0;
    for (int call = first; ; call++) {
      boolean reads = false;
      for (When when : When.values()) {
        // A read has no effect, so failing after it is the same as failing before it.
        for (boolean again : reads ? List.<Boolean>of() : repeated) {
          Run run = fresh.get();
          Faults.Plan plan = Faults.plan(function, call, when);
          try {
            run.act();
          } finally {
            Faults.end();
          }
          if (!plan.struck()) {
            whole.addAll(plan.seen());
            print(function, whole, points);
            return whole;
          }
          points++;
          reads = READS.matcher(plan.seen().getLast()).find();
          point(
              function + ": " + when + " call " + call + " " + plan.seen().getLast(),
              again ? run::again : run::left);
        }
      }
    }
  }

  private static void point(String name, Runnable check) {
    try {
      check.run();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(name, e);
    }
  }

  @SuppressWarnings("SystemOut") // The table is for who reads the build.
  private static void print(String function, List<String> whole, int points) {
    assertThat(whole).as("calls of " + function).isNotEmpty();
    System.out.printf(
        "%-32s %2d calls, %3d crash points: %s%n",
        function, whole.size(), points, String.join(", ", whole));
  }
}
