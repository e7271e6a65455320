package org.permitportal.local.emulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.permitportal.local.Json;
import org.permitportal.local.template.Attributes;
import org.permitportal.local.template.Resource;

/**
 * Serves Secrets Manager's GetSecretValue for the template's secrets. A secret's value never
 * changes after the first start.
 */
public final class Secrets {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private final ObjectNode values;

  public Secrets(List<Resource> secrets, Attributes attributes, Path file) throws IOException {
    this.values =
        Files.exists(file) ? (ObjectNode) Json.read(Files.readAllBytes(file)) : Json.object();
    SecureRandom random = new SecureRandom();
    for (Resource secret : secrets) {
      String arn = attributes.of(secret, null);
      if (!values.has(arn)) {
        values.put(arn, value(secret.properties(attributes), random));
      }
    }
    Files.write(file, Json.bytes(values));
  }

  private static String value(JsonNode properties, SecureRandom random) {
    if (properties.has("SecretString")) {
      return properties.path("SecretString").asText();
    }
    JsonNode rule = properties.path("GenerateSecretString");
    String excluded = rule.path("ExcludeCharacters").asText();
    String alphabet = LETTERS + (rule.path("ExcludePunctuation").asBoolean() ? "" : PUNCTUATION);
    int[] characters = alphabet.chars().filter(c -> excluded.indexOf(c) < 0).toArray();
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < rule.path("PasswordLength").asInt(32); i++) {
      value.append((char) characters[random.nextInt(characters.length)]);
    }
    if (!rule.has("GenerateStringKey")) {
      return value.toString();
    }
    ObjectNode template = (ObjectNode) Json.read(rule.path("SecretStringTemplate").asText("{}"));
    return template.put(rule.path("GenerateStringKey").asText(), value.toString()).toString();
  }

  void handle(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (!"secretsmanager.GetSecretValue".equals(target)) {
      AwsServices.error(exchange, 400, "UnknownOperationException", target + " is unknown here");
      return;
    }
    String id = Json.read(exchange.getRequestBody().readAllBytes()).path("SecretId").asText();
    if (!values.has(id)) {
      AwsServices.error(
          exchange,
          400,
          "ResourceNotFoundException",
          "Secrets Manager can't find the specified secret.");
      return;
    }
    ObjectNode reply = Json.object().put("ARN", id);
    reply.put("Name", id.replaceFirst(".*:secret:(.*)-local1", "$1"));
    reply.put("VersionId", "00000000-0000-0000-0000-000000000001");
    reply.put("SecretString", values.path(id).asText());
    reply.putArray("VersionStages").add("AWSCURRENT");
    AwsServices.send(exchange, 200, reply);
  }
}
