package org.permitportal.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves Lambda's Runtime API to one process with SnapStart. It restores the process right after
 * the snapshot and then sends one event.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {
  static final String REQUEST_ID = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";
  private static final String PATH = "/2018-06-01/runtime/";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final byte[] event;
  private final Duration timeout;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private volatile long restored;

  /**
   * The function's answer.
   *
   * @param took the time from the restore to the answer
   */
  record Answer(String text, Duration took) {}

  RuntimeApi(byte[] event, Duration timeout) throws IOException {
    this.event = event;
    this.timeout = timeout;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(PATH, this::handle);
    server.start();
  }

  /** Returns the address for {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns a future that ends with the function's answer, or with the error that it reported. */
  CompletableFuture<Answer> answer() {
    return answer;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String call = exchange.getRequestURI().getPath().substring(PATH.length());
      switch (call) {
        case "restore/next" -> {
          restored = System.nanoTime();
          reply(exchange, 200, new byte[0]);
        }
        case "invocation/next" -> next(exchange);
        case "invocation/" + REQUEST_ID + "/response" -> {
          answer.complete(
              new Answer(
                  new String(body, StandardCharsets.UTF_8),
                  Duration.ofNanos(System.nanoTime() - restored)));
          reply(exchange, 202, new byte[0]);
        }
        default -> {
          answer.completeExceptionally(
              new AssertionError(call + ": " + new String(body, StandardCharsets.UTF_8)));
          reply(exchange, 202, new byte[0]);
        }
      }
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    if (answer.isDone()) {
      hold();
      return;
    }
    long deadline = System.currentTimeMillis() + timeout.toMillis();
    exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", REQUEST_ID);
    exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", String.valueOf(deadline));
    exchange
        .getResponseHeaders()
        .set(
            "Lambda-Runtime-Invoked-Function-Arn",
            "arn:aws:lambda:us-east-1:123456789012:function:f:live");
    reply(exchange, 200, event);
  }

  /** Keeps the process waiting for a further event, as Lambda does when it freezes a process. */
  private void hold() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
