package org.permitportal.local.lambda;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.permitportal.local.template.App;
import org.permitportal.local.template.Function;

/** Runs the app's functions in this process. Each function is created at its first call. */
public final class Functions implements AutoCloseable {
  /** Lambda's size limit for an event and for a reply, in bytes. */
  public static final int PAYLOAD_LIMIT = 6 * 1024 * 1024;

  private final App app;
  private final Map<String, String> endpoints;
  private final Clock clock;
  private final Map<String, Instance> instances = new ConcurrentHashMap<>();
  private final List<Consumer<LambdaCall>> listeners = new CopyOnWriteArrayList<>();

  /**
   * Runs each call on a platform thread, because the JDK does not measure the CPU time of virtual
   * threads. The threads belong to the thread group of the thread that starts the app. The group
   * distinguishes two apps in one JVM.
   */
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().daemon().group(Thread.currentThread().getThreadGroup()).factory());

  /**
   * @param endpoints the environment variables that every function gets in addition to the
   *     template's variables
   */
  public Functions(App app, Map<String, String> endpoints, Clock clock) {
    app.functions().forEach(Instance::handlerOf);
    this.app = app;
    this.endpoints = endpoints;
    this.clock = clock;
  }

  /**
   * Returns the environment variables that every function gets in addition to the template's
   * variables.
   */
  public Map<String, String> endpoints() {
    return endpoints;
  }

  /**
   * Registers a listener. It receives every call when the call has ended, on the thread that made
   * the call.
   */
  public void onCall(Consumer<LambdaCall> listener) {
    listeners.add(listener);
  }

  /**
   * Returns all environment variables of a function: the template's variables, region, credentials,
   * endpoints and the folder of the city's topics.
   */
  public Map<String, String> environmentOf(String logicalId) {
    Map<String, String> environment = new TreeMap<>(endpoints);
    environment.putAll(app.function(logicalId).environment());
    return environment;
  }

  /**
   * Calls a function and waits for its reply.
   *
   * @throws FunctionError when the function failed, timed out, or its reply is too long
   */
  public byte[] invoke(String logicalId, byte[] event) throws FunctionError {
    Function function = app.function(logicalId);
    String requestId = UUID.randomUUID().toString();
    long start = System.nanoTime();
    byte[] reply = null;
    Throwable error = null;
    AtomicLong cpu = new AtomicLong();
    try {
      reply = run(function, requestId, event, start, cpu);
      return reply;
    } catch (FunctionError e) {
      error = e;
      throw e;
    } finally {
      tell(
          new LambdaCall(
              logicalId,
              requestId,
              event,
              reply,
              error,
              since(start),
              Duration.ofNanos(cpu.get())));
    }
  }

  private void tell(LambdaCall call) {
    listeners.forEach(listener -> listener.accept(call));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private byte[] run(Function function, String requestId, byte[] event, long start, AtomicLong cpu)
      throws FunctionError {
    // Creating the instance is Lambda's init phase. Its time is not part of the function's timeout.
    Instance instance = instance(function);
    long timeout = function.timeout().toNanos();
    long deadline = System.nanoTime() + timeout;
    var context = new InvocationContext(function, requestId, deadline);
    Future<byte[]> call = threads.submit(() -> timed(instance, event, context, cpu));
    try {
      byte[] reply = call.get(timeout, TimeUnit.NANOSECONDS);
      if (reply.length > PAYLOAD_LIMIT) {
        throw new FunctionError("Response payload size exceeded maximum allowed payload size");
      }
      return reply;
    } catch (TimeoutException e) {
      call.cancel(true);
      throw logged(function, "Task timed out after " + since(start).toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw logged(function, "failed", e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new FunctionError("interrupted", e);
    }
  }

  private static byte[] timed(
      Instance instance, byte[] event, InvocationContext context, AtomicLong cpu)
      throws IOException {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long before = clock.getCurrentThreadCpuTime();
    try {
      return instance.call(event, context);
    } finally {
      cpu.set(clock.getCurrentThreadCpuTime() - before);
    }
  }

  private static FunctionError logged(Function function, String what, Throwable cause) {
    System.err.println(function.logicalId() + ": " + what + " " + cause);
    if (!(cause instanceof TimeoutException)) {
      cause.printStackTrace();
    }
    return new FunctionError(what, cause);
  }

  private Instance instance(Function function) throws FunctionError {
    @Nullable Instance known = instances.get(function.logicalId());
    if (known != null) {
      return known;
    }
    try {
      return instances.computeIfAbsent(
          function.logicalId(), id -> Instance.of(function, environmentOf(id), clock));
    } catch (RuntimeException e) {
      throw logged(function, "does not start", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    instances.values().forEach(Instance::close);
  }
}
