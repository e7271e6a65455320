package org.permitportal.local.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.permitportal.local.Fault;
import org.permitportal.local.Json;
import org.permitportal.local.lambda.FunctionError;
import org.permitportal.local.lambda.Functions;
import org.permitportal.local.template.App;

/** Serves API Gateway's HTTP API and the local run's pages on one port. */
public final class Gateway implements AutoCloseable {
  /** A page of the local run. */
  @FunctionalInterface
  public interface Page {
    Answer answer(Call call) throws IOException;
  }

  /** The longest time, in seconds, that API Gateway waits for a function. */
  private static final int INTEGRATION_SECONDS = 30;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Clock clock;
  private final JwtAuthorizer authorizer;
  private @Nullable Page otherwise;

  private Gateway(HttpServer server, Clock clock) {
    this.server = server;
    this.clock = clock;
    this.authorizer = new JwtAuthorizer(clock);
    server.setExecutor(threads);
  }

  /**
   * Binds the port. {@link #serve} starts to answer.
   *
   * @param port the port, or 0 for any free one
   * @throws Fault when the port is taken
   */
  public static Gateway bind(int port, Clock clock) throws IOException {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      return new Gateway(HttpServer.create(address, 0), clock);
    } catch (BindException e) {
      throw new Fault("port " + port + " is taken: stop what uses it or give another --port", e);
    }
  }

  /** Returns the gateway's address, without a trailing slash. */
  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Adds a page at a path, for GET and HEAD. */
  public void page(String path, Page page) {
    pages.put(path, page);
  }

  /**
   * Sets the page for every path that has no page of its own and is not below {@code /v1/}. The
   * page may answer 404.
   */
  public void otherwise(Page page) {
    otherwise = page;
  }

  /** Starts to answer requests. */
  public void serve(App app, Functions functions) {
    RouteTable routes = new RouteTable(app.routes());
    Cors cors = new Cors(app.cors());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            Call call = Call.of(exchange);
            send(exchange, Compression.of(answer(call, routes, cors, functions), call));
          } catch (IOException e) {
            // The client went away, so there is nobody to answer.
            return;
          } catch (RuntimeException e) {
            System.err.println("gateway: " + e);
            e.printStackTrace();
            send(exchange, Answer.message(500, "Internal Server Error"));
          }
        });
    server.start();
  }

  private Answer answer(Call call, RouteTable routes, Cors cors, Functions functions)
      throws IOException {
    boolean read = call.method().equals("GET") || call.method().equals("HEAD");
    Page page = pages.get(call.path());
    if (page == null && !call.path().startsWith("/v1/")) {
      page = otherwise;
    }
    if (page != null && read) {
      return page.answer(call);
    }
    if (cors.isPreflight(call)) {
      return cors.preflight(call);
    }
    Answer answer = routed(call, routes, functions);
    cors.addTo(answer, call);
    return answer;
  }

  private Answer routed(Call call, RouteTable routes, Functions functions) {
    Optional<RouteTable.Match> found = routes.find(call.method(), call.path());
    if (found.isEmpty()) {
      return Answer.message(404, "Not Found");
    }
    RouteTable.Match match = found.get();
    JwtAuthorizer.Admission admission = null;
    if (match.route().security() != null) {
      try {
        String token = call.headers().get("authorization");
        admission = authorizer.admit(match.route().security(), token);
      } catch (JwtAuthorizer.Refused e) {
        return e.answer();
      }
    }
    if (call.body() == null) {
      return Answer.message(413, "Request Entity Too Large");
    }
    byte[] event = Json.bytes(ProxyEvent.of(call, call.body(), match, admission, clock.instant()));
    if (event.length > Functions.PAYLOAD_LIMIT) {
      return Answer.message(413, "Request Entity Too Large");
    }
    return invoke(functions, match.route().function(), event);
  }

  private Answer invoke(Functions functions, String function, byte[] event) {
    Future<byte[]> call = threads.submit(() -> functions.invoke(function, event));
    try {
      return Answer.ofFunction(call.get(INTEGRATION_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      // The function keeps running, as it would on AWS.
      return Answer.message(503, "Service Unavailable");
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof FunctionError)) {
        System.err.println(function + ": " + e.getCause());
      }
      return Answer.message(500, "Internal Server Error");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.message(503, "Service Unavailable");
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    answer.headers().forEach(headers::set);
    answer.cookies().forEach(cookie -> headers.add("set-cookie", cookie));
    boolean noBody = answer.status() == 204 || answer.status() == 304;
    if (exchange.getRequestMethod().equals("HEAD") || noBody) {
      if (!noBody) {
        headers.set("content-length", String.valueOf(answer.body().length));
      }
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    int length = answer.body().length;
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    exchange.getResponseBody().write(answer.body());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
