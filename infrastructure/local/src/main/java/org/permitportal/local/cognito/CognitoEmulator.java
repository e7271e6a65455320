package org.permitportal.local.cognito;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves Cognito user pools on a loopback port: the API (AWS JSON 1.1) at {@code /}, and each
 * pool's OpenID documents below the pool's issuer.
 */
public final class CognitoEmulator implements AutoCloseable {
  private static final String TARGET = "AWSCognitoIdentityProviderService.";
  private static final System.Logger LOG = System.getLogger(CognitoEmulator.class.getName());

  private static final String NO_DOCUMENT = "NotFoundException";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, UserPool> pools = new LinkedHashMap<>();

  private CognitoEmulator(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts serving.
   *
   * @param dataFolder the folder for users, keys and refresh tokens, with one subfolder for each
   *     pool; created if absent
   * @param clock the clock for expiry, lockout and one-time codes
   * @param port a free port, or 0 for any
   * @param pools the pools to serve
   * @return the running emulator
   * @throws IllegalArgumentException when a property is not emulated; its message names the
   *     property
   * @throws IOException if the port is taken or the folder cannot be used
   */
  public static CognitoEmulator start(Path dataFolder, Clock clock, int port, List<Pool> pools)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    CognitoEmulator emulator = new CognitoEmulator(server);
    try {
      for (Pool pool : pools) {
        emulator.open(pool, dataFolder, clock);
      }
    } catch (IOException | RuntimeException e) {
      // A server that never started keeps its port. So start it and then stop it.
      server.start();
      emulator.close();
      throw e;
    }
    server.createContext("/", emulator::serve);
    server.setExecutor(emulator.threads);
    server.start();
    return emulator;
  }

  /** Returns the address for {@code AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER}. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns a pool's id. It has the form of an id on AWS and depends only on the logical id. */
  public String poolId(String logicalId) {
    return "us-east-1_" + derived("pool " + logicalId, 9);
  }

  /**
   * Returns an app client's id: 26 lower-case letters and digits. It depends only on the logical
   * id.
   */
  public String clientId(String logicalId) {
    return derived("client " + logicalId, 26).toLowerCase(Locale.ROOT);
  }

  /**
   * Returns a pool's issuer, the claim {@code iss} in the pool's tokens. The pool's OpenID
   * documents are below this address.
   */
  public String issuer(String logicalId) {
    return endpoint() + "/" + poolId(logicalId);
  }

  /** Stops serving. The result of every answered call is already on disk. */
  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void open(Pool pool, Path dataFolder, Clock clock) throws IOException {
    PoolSettings settings = PoolSettings.read(pool.logicalId(), pool.userPoolProperties());
    Map<String, ClientSettings> clients = new HashMap<>();
    pool.clientPropertiesByLogicalId()
        .forEach(
            (logicalId, node) -> {
              String id = clientId(logicalId);
              clients.put(id, ClientSettings.read(logicalId, id, node, settings));
            });
    String id = poolId(pool.logicalId());
    pools.put(
        id,
        new UserPool(
            id,
            issuer(pool.logicalId()),
            settings,
            clients,
            pool.groupNames(),
            clock,
            dataFolder.resolve(id)));
  }

  private static String derived(String name, int length) {
    return Tokens.hash(name).replaceAll("[-_]", "x").substring(0, length);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      int status = 200;
      ObjectNode answer;
      try {
        answer =
            exchange.getRequestMethod().equals("GET")
                ? document(exchange.getRequestURI().getPath())
                : answer(exchange);
      } catch (Refusal refusal) {
        status = refusal.type().equals(NO_DOCUMENT) ? 404 : 400;
        answer = Call.empty().put("__type", refusal.type()).put("message", refusal.message());
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "The Cognito emulator failed", e);
        status = 500;
        answer = Call.empty().put("__type", "InternalErrorException");
      }
      byte[] body = answer.toString().getBytes(UTF_8);
      boolean json = exchange.getRequestMethod().equals("GET");
      exchange
          .getResponseHeaders()
          .set("Content-Type", json ? "application/json" : "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Handles one call at a time, so that each call sees the results of the calls before it. */
  private synchronized ObjectNode answer(HttpExchange exchange) throws IOException {
    String target =
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("X-Amz-Target"), "");
    if (!target.startsWith(TARGET)) {
      throw Refusal.notEmulated("A request with the target '" + target + "'");
    }
    JsonNode body;
    try {
      body = UserPool.JSON.readTree(exchange.getRequestBody());
    } catch (JsonProcessingException e) {
      throw new Refusal("SerializationException", "The request is not JSON");
    }
    boolean signed = exchange.getRequestHeaders().containsKey("Authorization");
    Call call = new Call(body, pools.values());
    return Operations.answer(target.substring(TARGET.length()), call, signed);
  }

  /**
   * Returns the OpenID document at this path (dg
   * amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html).
   */
  private ObjectNode document(String path) {
    for (UserPool pool : pools.values()) {
      String known = "/" + pool.id + "/.well-known/";
      if (path.equals(known + "jwks.json")) {
        return pool.tokens.keySet();
      }
      if (path.equals(known + "openid-configuration")) {
        ObjectNode answer = Call.empty().put("issuer", pool.issuer);
        answer.put("jwks_uri", pool.issuer + "/.well-known/jwks.json");
        answer.putArray("id_token_signing_alg_values_supported").add("RS256");
        answer.putArray("response_types_supported").add("code").add("token");
        answer.putArray("subject_types_supported").add("public");
        return answer;
      }
    }
    throw new Refusal(NO_DOCUMENT, "No such document: " + path);
  }
}
