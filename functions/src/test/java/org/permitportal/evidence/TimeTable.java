package org.permitportal.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prints the tests' durations at the end of a build. Reads them from the tests' reports. */
final class TimeTable {
  private static final int SHOWN = 20;
  private static final Pattern SUITE =
      Pattern.compile("<testsuite [^>]*? name=\"([^\"]+)\" time=\"([\\d.,]+)\" tests=\"(\\d+)\"");

  /** The tests that run once for each operation, in addition to the operation's own journey. */
  private static final Pattern FOR_EACH_OPERATION =
      Pattern.compile(
          ".*\\.(AccessMatrixTest|AgreementTest|EveryFunctionStartsTest|OperationCostsIT)");

  private TimeTable() {}

  private record Suite(String module, String name, double seconds, int tests) {}

  /**
   * Prints the table.
   *
   * @param arguments the repository's folder, then its modules
   */
  @SuppressWarnings("SystemOut") // The table is for who reads the build.
  public static void main(String[] arguments) throws IOException {
    List<Suite> suites = new ArrayList<>();
    for (String module : List.of(arguments).subList(1, arguments.length)) {
      for (String kind : List.of("surefire", "failsafe")) {
        Path reports = Path.of(arguments[0], module, "target", kind + "-reports");
        if (Files.isDirectory(reports)) {
          suites.addAll(read(module + " " + kind, reports));
        }
      }
    }
    System.out.println("Where the tests' time went: seconds of all threads, tests");
    Map<String, List<Suite>> modules = new TreeMap<>();
    suites.forEach(s -> modules.computeIfAbsent(s.module(), _ -> new ArrayList<>()).add(s));
    modules.forEach(
        (module, of) ->
            line(
                of.stream().mapToDouble(Suite::seconds).sum(),
                of.stream().mapToInt(Suite::tests).sum(),
                module));
    forEachOperation(suites, Path.of(arguments[0], "events"));
    suites.stream()
        .sorted(Comparator.comparingDouble(Suite::seconds).reversed())
        .limit(SHOWN)
        .forEach(suite -> line(suite.seconds(), suite.tests(), "  " + suite.name()));
  }

  @SuppressWarnings("SystemOut")
  private static void forEachOperation(List<Suite> suites, Path events) throws IOException {
    double seconds =
        suites.stream()
            .filter(suite -> FOR_EACH_OPERATION.matcher(suite.name()).matches())
            .mapToDouble(Suite::seconds)
            .sum();
    try (Stream<Path> operations = Files.list(events)) {
      System.out.printf(
          Locale.ROOT,
          "%8.1f         each new operation, beside its own journey%n",
          seconds / operations.count());
    }
  }

  private static List<Suite> read(String module, Path reports) throws IOException {
    List<Suite> suites = new ArrayList<>();
    try (Stream<Path> files = Files.list(reports)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xml")).toList()) {
        Matcher suite = SUITE.matcher(Files.readString(file));
        if (suite.find()) {
          suites.add(
              new Suite(
                  module,
                  suite.group(1),
                  Double.parseDouble(suite.group(2).replace(",", "")),
                  Integer.parseInt(suite.group(3))));
        }
      }
    }
    return suites;
  }

  @SuppressWarnings("SystemOut")
  private static void line(double seconds, int tests, String name) {
    System.out.printf(Locale.ROOT, "%8.1f %6d  %s%n", seconds, tests, name);
  }
}
