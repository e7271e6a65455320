package org.permitportal.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Starts the app on one machine. The arguments are {@code [--port N] [--data FOLDER] [--city
 * FOLDER] [--fresh] [--migrate] [--with-parent]}. Every start first converts stored data to the
 * form that this version writes. With {@code --migrate} the program ends after the conversion.
 */
public final class Portal {
  private Portal() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    try {
      Deque<String> words = new ArrayDeque<>(List.of(arguments));
      boolean migrates = words.remove("--migrate");
      run(options(words), migrates);
    } catch (Fault e) {
      System.err.println("The portal does not run: " + e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void run(Options options, boolean migrates) throws Exception {
    long start = System.nanoTime();
    Path data = Objects.requireNonNull(options.data());
    Sample sample = new Sample(options.root(), data, options.city(), options.fresh());
    if (sample.failedBefore()) {
      System.out.println("The last start left the sample data incomplete: starting over.");
    }
    PortalStack stack = PortalStack.start(sample.failedBefore() ? options.withFresh() : options);
    // Close contexts, files and the child process in the right order, also on Ctrl-C.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> closed(stack)));
    new Migration(stack).run(System.out::println);
    if (migrates) {
      System.exit(0);
    }
    List<String> signIns = sample.signIns(stack, System.out::println);
    System.out.println();
    for (Map.Entry<String, String> part : stack.parts().entrySet()) {
      System.out.printf("  %-22s %s%n", part.getKey(), part.getValue());
    }
    signIns.forEach(line -> System.out.println("  " + line));
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    System.out.printf("%nReady at %s after %d ms. Ctrl-C ends it.%n", stack.url(), milliseconds);
    new CountDownLatch(1).await();
  }

  private static void closed(PortalStack stack) {
    try {
      stack.close();
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage() + List.of(e.getSuppressed()));
    }
  }

  private static Options options(Queue<String> arguments) {
    Path root = root();
    Path data = root.resolve(".portal");
    int port = 8080;
    boolean fresh = false;
    @Nullable Path city = null;
    while (!arguments.isEmpty()) {
      String argument = arguments.remove();
      switch (argument) {
        case "--fresh" -> fresh = true;
        case "--port" -> port = port(value(arguments, argument));
        case "--with-parent" -> endWithParent();
        case "--city" -> city = Path.of(value(arguments, argument)).toAbsolutePath();
        case "--data" -> data = Path.of(value(arguments, argument)).toAbsolutePath();
        default ->
            throw new Fault(
                "unknown argument "
                    + argument
                    + " (--port N, --data FOLDER, --city FOLDER, --fresh, --migrate)");
      }
    }
    return new Options(root, data, port, Clock.systemUTC(), fresh, true, Map.of(), city);
  }

  /**
   * Ends this process when its parent process ends. Otherwise the portal would keep running after
   * Maven was killed.
   */
  private static void endWithParent() {
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    Thread.ofVirtual()
        .start(
            () -> {
              parent.ifPresent(process -> process.onExit().join());
              System.exit(0);
            });
  }

  private static String value(Queue<String> arguments, String name) {
    String value = arguments.poll();
    if (value == null) {
      throw new Fault(name + " needs a value");
    }
    return value;
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new Fault("--port " + text + " is no port", e);
    }
    throw new Fault("--port " + text + " is no port");
  }

  /**
   * Returns the nearest folder that contains template.yaml: the working folder or a folder above
   * it.
   */
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("template.yaml"))) {
        return folder;
      }
    }
    throw new Fault("no template.yaml here or above: start it inside the repository");
  }
}
