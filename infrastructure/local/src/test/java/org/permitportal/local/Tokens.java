package org.permitportal.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;

/** Issues tokens that are signed with one key. Serves the key's JWKS on a port of its own. */
final class Tokens {
  private final HttpServer server;
  private final KeyPair keys;

  Tokens() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    ObjectNode jwks = Json.object();
    ObjectNode jwk = jwks.putArray("keys").addObject().put("kty", "RSA").put("kid", "one");
    jwk.put("n", number(key.getModulus())).put("e", number(key.getPublicExponent()));
    server.createContext(
        "/.well-known/jwks.json",
        exchange -> {
          byte[] body = Json.bytes(jwks);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns claims that the routes of the {@link Fixture} accept. */
  ObjectNode claims() {
    long now = Instant.now().getEpochSecond();
    ObjectNode claims = Json.object().put("iss", issuer()).put("client_id", "the-client");
    claims.put("iat", now).put("exp", now + 60).put("scope", "portal.use other");
    claims.putArray("cognito:groups").add("clerk").add("reviewer");
    return claims.put("email_verified", true);
  }

  String signed(JsonNode claims) throws Exception {
    String head = part(Json.object().put("alg", "RS256").put("kid", "one"));
    String content = head + "." + part(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(content.getBytes(StandardCharsets.US_ASCII));
    return content + "." + encoded(signature.sign());
  }

  static String part(JsonNode json) {
    return encoded(Json.bytes(json));
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return encoded(bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
