package org.permitportal.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One request. It finds the pool, the user and the client that the request's fields name. */
record Call(JsonNode body, Collection<UserPool> pools) {

  /** The pool, user and client of an access token. */
  record Bearer(UserPool pool, User user, ClientSettings client) {}

  private static final String USERNAME = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+";

  static ObjectNode empty() {
    return UserPool.JSON.createObjectNode();
  }

  @Nullable String optional(String field) {
    return body.path(field).asText(null);
  }

  String text(String field) {
    String value = optional(field);
    if (value == null) {
      throw Refusal.constraint(field, "Member must not be null");
    }
    return value;
  }

  /** Returns a required value in a map of the request, such as AuthParameters. */
  String parameter(String map, String name) {
    String value = body.path(map).path(name).asText("");
    if (value.isEmpty()) {
      throw Refusal.invalidParameter("Missing required parameter " + name);
    }
    return value;
  }

  /** Returns the request's Username; refuses an invalid one (api API_AdminCreateUser.html). */
  String username() {
    String username = text("Username");
    if (username.length() > 128) {
      throw Refusal.constraint("username", "Member must have length less than or equal to 128");
    }
    if (!username.matches(USERNAME)) {
      throw Refusal.constraint(
          "username", "Member must satisfy regular expression pattern: " + USERNAME);
    }
    return username;
  }

  UserPool pool() {
    String id = text("UserPoolId");
    return pools.stream()
        .filter(pool -> pool.id.equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("User pool " + id + " does not exist."));
  }

  User user() {
    return pool().user(username());
  }

  /** Returns the pool of the request's client, for requests that name no pool. */
  UserPool clientPool() {
    String id = text("ClientId");
    return pools.stream()
        .filter(pool -> pool.clients.containsKey(id))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("User pool client " + id + " does not exist."));
  }

  ClientSettings client(UserPool pool) {
    String id = text("ClientId");
    ClientSettings client = pool.clients.get(id);
    if (client == null) {
      throw Refusal.notFound("User pool client " + id + " does not exist.");
    }
    return client;
  }

  Bearer bearer() {
    String token = text("AccessToken");
    for (UserPool pool : pools) {
      JsonNode claims = pool.tokens.verify(token);
      if (claims != null) {
        ClientSettings client = pool.clients.get(claims.path("client_id").asText());
        if (client != null) {
          return new Bearer(pool, pool.grants.bearer(claims), client);
        }
      }
    }
    throw Refusal.notAuthorized("Invalid Access Token");
  }

  Map<String, String> attributes() {
    Map<String, String> attributes = new TreeMap<>();
    for (JsonNode one : body.path("UserAttributes")) {
      attributes.put(one.path("Name").asText(), one.path("Value").asText(""));
    }
    return attributes;
  }

  /**
   * Returns the names and values of a user's attributes that the client may read.
   *
   * @param client the client, or null to return all attributes
   */
  static ArrayNode attributes(User user, @Nullable ClientSettings client) {
    ArrayNode list = UserPool.JSON.createArrayNode();
    list.addObject().put("Name", "sub").put("Value", user.sub);
    user.attributes.forEach(
        (name, value) -> {
          if (client == null || client.mayRead(name)) {
            list.addObject().put("Name", name).put("Value", value);
          }
        });
    return list;
  }
}
