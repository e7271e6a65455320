package org.permitportal.localstack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs several tasks that begin at the same moment, each on its own thread. */
public final class AtOnce {
  private AtOnce() {}

  /** Returns the tasks' results, in order. Fails when a task fails. */
  public static <T> List<T> run(List<Callable<T>> callers) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(callers.size());
    List<Callable<T>> waiting = new ArrayList<>();
    for (Callable<T> caller : callers) {
      waiting.add(
          () -> {
            barrier.await();
            return caller.call();
          });
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> one : threads.invokeAll(waiting)) {
        results.add(one.get());
      }
      return results;
    }
  }
}
