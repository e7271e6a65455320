package org.permitportal.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.permitportal.crash.Faults.When;

/**
 * Runs a use case repeatedly, each time with another of its AWS calls failing before or after its
 * effect, until all its calls have failed once. After each failure, either the person tries again,
 * or nobody does and the portal cleans up by itself. In both cases nothing may be left half-made.
 */
public final class CrashPoints {
  private static final Pattern READS =
      Pattern.compile(" (Admin|Batch)?(Get(?!Tokens)|Query|Head|List)");

  private CrashPoints() {}

  /** One person's data for one run. */
  public interface Run {
    /** Does it; it may fail. */
    void act();

    /** Does it again as a person would, until it works; then checks that all is made once. */
    void again();

    /**
     * Nobody comes back; lets the portal's schedules run, then checks that nothing is half-made. Of
     * a trigger's event AWS itself comes back.
     */
    default void left() {
      throw new AssertionError("A trigger's event comes again");
    }
  }

  /**
   * Tries all points.
   *
   * @param function the logical id of the function whose calls fail
   * @param fresh a new person's data each time
   * @return the calls of a whole run
   */
  public static List<String> of(String function, Supplier<Run> fresh) {
    return of(function, 1, List.of(true, false), fresh);
  }

  /** The same of a function that AWS calls: it delivers an event again until it is taken. */
  public static List<String> ofTrigger(String function, Supplier<Run> fresh) {
    return of(function, 1, List.of(true), fresh);
  }

  /** The same from a later call on, where many reads alike come first. */
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
        // What only reads has no effect: after it is as before it.
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
