package org.permitportal.journey;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.permitportal.contract.Yaml;
import org.permitportal.evidence.Evidence;
import org.permitportal.local.Options;
import org.permitportal.local.PortalStack;
import org.permitportal.secrets.Traffic;

/**
 * One local run of the portal with its own clock. Test classes run in parallel, but only one class
 * at a time uses a local run. So a class may move the clock, make AWS fail and count calls. A
 * thread belongs to the local run of the thread that started it. A function's thread belongs to the
 * local run of the thread's group.
 */
public final class LocalRun {
  /**
   * The number of test classes that {@code junit-platform.properties} lets run at the same time.
   */
  private static final int COUNT = 3;

  private static final InheritableThreadLocal<@Nullable LocalRun> CURRENT =
      new InheritableThreadLocal<>();
  private static final BlockingQueue<LocalRun> FREE = new ArrayBlockingQueue<>(COUNT);
  private static final Map<ThreadGroup, LocalRun> BY_GROUP = new ConcurrentHashMap<>();

  static {
    IntStream.range(0, COUNT).forEach(_ -> FREE.add(new LocalRun()));
  }

  private final ThreadGroup group = new ThreadGroup("a local run");
  private final MovableClock clock = new MovableClock();
  private volatile @Nullable Thread testThread;
  private @Nullable PortalStack stack;

  private LocalRun() {
    BY_GROUP.put(group, this);
  }

  /** Waits for a free local run and assigns it to this thread. */
  static void take() throws InterruptedException {
    LocalRun mine = FREE.take();
    mine.testThread = Thread.currentThread();
    CURRENT.set(mine);
  }

  /** Frees this thread's local run. */
  static void giveBack() {
    LocalRun mine = current();
    CURRENT.remove();
    FREE.add(mine);
  }

  /**
   * Returns this thread's local run.
   *
   * @throws IllegalStateException when the thread has none
   */
  static LocalRun current() {
    return here()
        .orElseThrow(
            () -> new IllegalStateException("No test class runs on " + Thread.currentThread()));
  }

  /** Returns this thread's local run, if it has one. */
  static Optional<LocalRun> here() {
    LocalRun mine = CURRENT.get();
    return Optional.ofNullable(
        mine == null ? BY_GROUP.get(Thread.currentThread().getThreadGroup()) : mine);
  }

  /** Returns whether this thread runs a test class. */
  public static boolean isTestThread() {
    return here().filter(run -> run.testThread == Thread.currentThread()).isPresent();
  }

  /** Returns a listener that belongs to this thread's local run on every thread that calls it. */
  public static <T> Consumer<T> listening(Consumer<T> listener) {
    LocalRun mine = current();
    return told -> mine.run(() -> listener.accept(told));
  }

  /** Runs a task for this thread's local run, or for each local run when the thread has none. */
  public static void forThisOrAll(Runnable what) {
    if (here().isPresent()) {
      what.run();
    } else {
      BY_GROUP.values().forEach(run -> run.run(what));
    }
  }

  private void run(Runnable what) {
    @Nullable LocalRun before = CURRENT.get();
    CURRENT.set(this);
    try {
      what.run();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  MovableClock clock() {
    return clock;
  }

  /** Returns the running portal. The first call starts it. */
  synchronized PortalStack stack() {
    PortalStack known = stack;
    if (known == null) {
      known = started();
      stack = known;
    }
    return known;
  }

  private PortalStack started() {
    try {
      Options options =
          Options.forTests(Yaml.ROOT, clock)
              .withParameters(
                  Map.of(
                      "MailFrom",
                      "permits@juniperfalls.example",
                      "OriginSecret",
                      ThePortal.ORIGIN_SECRET));
      FutureTask<PortalStack> start = new FutureTask<>(() -> PortalStack.start(options));
      new Thread(group, start).start();
      PortalStack fresh = start.get();
      Traffic.watch(fresh);
      fresh.onLambdaCall(call -> Evidence.CALLS.add(call.function()));
      Runtime.getRuntime().addShutdownHook(new Thread(fresh::close));
      return fresh;
    } catch (Exception e) {
      throw new IllegalStateException("The local run does not start", e);
    }
  }
}
