package org.permitportal.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.permitportal.journey.PerLocalRun;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Simulates an outage of one AWS service for one function. During the outage, the function's calls
 * to this service go to a local server. It throttles, fails, hangs or closes the connection. The
 * SDK finds this class in the same way as {@code Faults}.
 */
public final class Trouble implements ExecutionInterceptor, AutoCloseable {
  private static final PerLocalRun<Map<String, Trouble>> OPEN =
      PerLocalRun.of(ConcurrentHashMap::new);

  /** The kinds of outages. */
  enum Kind {
    THROTTLES,
    FAILS,
    HANGS,
    HANGS_UP
  }

  private final String where;
  private final Kind kind;
  private final HttpServer server;
  private final AtomicInteger attempts = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** The SDK calls this constructor. The instance passes requests to the outage that has begun. */
  public Trouble() {
    this.where = "";
    this.kind = Kind.FAILS;
    this.server = null;
  }

  private Trouble(String where, Kind kind) throws IOException {
    this.where = where;
    this.kind = kind;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * Begins an outage.
   *
   * @param function the logical id of the function that has the outage; other functions have none
   * @param service the service's name in the SDK, e.g. {@code DynamoDb}
   */
  static Trouble of(String function, String service, Kind kind) {
    try {
      Trouble trouble = new Trouble(function + " " + service, kind);
      OPEN.get().put(trouble.where, trouble);
      return trouble;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the number of requests that the server has received. */
  int attempts() {
    return attempts.get();
  }

  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    String asked =
        Thread.currentThread().getName()
            + " "
            + attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    Trouble trouble = OPEN.find().map(open -> open.get(asked)).orElse(null);
    return trouble == null
        ? context.httpRequest()
        : context
            .httpRequest()
            .copy(
                r ->
                    r.protocol("http")
                        .host(trouble.server.getAddress().getHostString())
                        .port(trouble.server.getAddress().getPort()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    attempts.incrementAndGet();
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      boolean s3 = where.endsWith(" S3");
      switch (kind) {
        case THROTTLES -> reply(exchange, s3 ? 503 : 400, s3 ? "SlowDown" : "ThrottlingException");
        case FAILS -> reply(exchange, 500, s3 ? "InternalError" : "InternalServerError");
        case HANGS -> closed.await();
        case HANGS_UP -> {}
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers with an error in the service's form: XML for S3, JSON for the others. */
  private void reply(HttpExchange exchange, int status, String code) throws IOException {
    String body =
        where.endsWith(" S3")
            ? "<Error><Code>%s</Code><Message>Trouble</Message></Error>".formatted(code)
            : "{\"__type\":\"%s\",\"message\":\"Trouble\"}".formatted(code);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("x-amzn-ErrorType", code);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    OPEN.get().remove(where);
    closed.countDown();
    server.stop(0);
  }
}
