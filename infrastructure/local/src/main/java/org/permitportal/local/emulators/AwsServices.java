package org.permitportal.local.emulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.permitportal.local.Json;

/** Serves SES and Secrets Manager on one port. */
public final class AwsServices implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private AwsServices(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
  }

  public static AwsServices start(Secrets secrets, Mailbox mailbox, MailFeedback feedback)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    AwsServices services = new AwsServices(HttpServer.create(address, 0));
    SesEndpoint ses = new SesEndpoint(mailbox, feedback);
    services.server.createContext("/", exchange -> guarded(exchange, secrets::handle));
    services.server.createContext(
        "/v2/email/outbound-emails", exchange -> guarded(exchange, ses::handle));
    services.server.start();
    return services;
  }

  private interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  private static void guarded(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      handler.handle(exchange);
    } catch (IllegalArgumentException e) {
      error(exchange, 400, "SerializationException", String.valueOf(e.getMessage()));
    }
  }

  static void error(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    exchange.getResponseHeaders().set("x-amzn-ErrorType", type);
    send(exchange, status, Json.object().put("__type", type).put("message", message));
  }

  static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = Json.bytes(body);
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
