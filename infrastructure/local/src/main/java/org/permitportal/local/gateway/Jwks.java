package org.permitportal.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.permitportal.local.Json;

/** Stores the RSA keys of issuers. Fetches an issuer's keys when a key is unknown. */
final class Jwks {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();

  /** Returns an issuer's key with this id, or null when the issuer has no such key. */
  @Nullable PublicKey key(String issuer, String id) {
    String name = issuer + " " + id;
    if (!keys.containsKey(name)) {
      fetch(issuer);
    }
    return keys.get(name);
  }

  private void fetch(String issuer) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/.well-known/jwks.json"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      for (JsonNode key : Json.read(response.body()).path("keys")) {
        if (key.path("kty").asText().equals("RSA")) {
          keys.put(issuer + " " + key.path("kid").asText(), rsa(key));
        }
      }
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      System.err.println("No keys from " + request.uri() + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static PublicKey rsa(JsonNode key) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
  }

  private static BigInteger number(JsonNode key, String field) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(field).asText()));
  }
}
