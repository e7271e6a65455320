package org.permitportal.local.cognito;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The administrator's operations on users. The page api API_(operation).html describes each
 * operation.
 */
final class AdminOperations {
  private AdminOperations() {}

  static ObjectNode create(Call call) {
    UserPool pool = call.pool();
    if (!"SUPPRESS".equals(call.optional("MessageAction"))) {
      throw Refusal.notEmulated("AdminCreateUser with a MessageAction other than SUPPRESS");
    }
    User user = pool.fresh(call.username());
    user.attributes = pool.settings.schema().changed(Map.of(), call.attributes(), true);
    String given = call.optional("TemporaryPassword");
    if (given != null) {
      pool.settings.passwords().check(given);
    }
    setPassword(pool, user, Objects.requireNonNullElse(given, Tokens.random(32)), false);
    ObjectNode answer = Call.empty();
    answer.set("User", describe(user, "Attributes"));
    return answer;
  }

  static ObjectNode setPassword(Call call) {
    UserPool pool = call.pool();
    User user = call.user();
    String password = call.text("Password");
    pool.settings.passwords().check(password);
    // Unverified: a new password ends a lockout. dg authentication.html, "Lockout behavior", names
    // only two other ends: a right password after the lock, and 15 minutes without any try.
    user.clearFailures();
    setPassword(pool, user, password, call.body().path("Permanent").asBoolean(false));
    return Call.empty();
  }

  private static void setPassword(UserPool pool, User user, String password, boolean permanent) {
    user.password = PasswordPolicy.hash(password);
    user.status = permanent ? "CONFIRMED" : "FORCE_CHANGE_PASSWORD";
    user.temporaryPasswordUntil = pool.now() + pool.settings.temporaryPasswordLife().toMillis();
    pool.changed(user);
  }

  static ObjectNode update(Call call) {
    UserPool pool = call.pool();
    User user = call.user();
    user.attributes = pool.settings.schema().changed(user.attributes, call.attributes(), false);
    pool.changed(user);
    return Call.empty();
  }

  static ObjectNode delete(Call call) {
    call.pool().delete(call.user());
    return Call.empty();
  }

  /**
   * Enables or disables a user. Disabling "revokes all access tokens". Unverified: when the user is
   * enabled again, refresh tokens stay revoked too.
   */
  static ObjectNode enable(Call call, boolean enabled) {
    User user = call.user();
    user.enabled = enabled;
    if (!enabled) {
      user.revokeGrants();
    }
    call.pool().changed(user);
    return Call.empty();
  }

  static ObjectNode signOut(Call call) {
    User user = call.user();
    user.revokeGrants();
    call.pool().save(user);
    return Call.empty();
  }

  static ObjectNode group(Call call, boolean member) {
    User user = call.user();
    String name = call.text("GroupName");
    if (!call.pool().groups.contains(name)) {
      throw Refusal.notFound("Group not found.");
    }
    boolean changed = member ? user.groups.add(name) : user.groups.remove(name);
    if (changed) {
      call.pool().save(user);
    }
    return Call.empty();
  }

  static ObjectNode groups(Call call) {
    UserPool pool = call.pool();
    ObjectNode answer = Call.empty();
    ArrayNode list = answer.putArray("Groups");
    call.user().groups.stream()
        .filter(pool.groups::contains)
        .forEach(name -> list.addObject().put("GroupName", name).put("UserPoolId", pool.id));
    return answer;
  }

  /** Lists users in pages of at most 60 users. Callers must not rely on the order. */
  static ObjectNode list(Call call) {
    int limit = call.body().path("Limit").asInt(60);
    if (limit < 0 || limit > 60) {
      throw Refusal.constraint("limit", "Member must have value less than or equal to 60");
    }
    String after = Objects.requireNonNullElse(call.optional("PaginationToken"), "");
    List<User> rest =
        call.pool().users().stream()
            .filter(user -> user.sub.compareTo(after) > 0)
            .sorted(Comparator.comparing(user -> user.sub))
            .toList();
    ObjectNode answer = Call.empty();
    ArrayNode list = answer.putArray("Users");
    rest.stream().limit(limit).forEach(user -> list.add(describe(user, "Attributes")));
    if (rest.size() > limit && limit > 0) {
      answer.put("PaginationToken", rest.get(limit - 1).sub);
    }
    return answer;
  }

  static ObjectNode describe(User user, String attributes) {
    ObjectNode answer =
        Call.empty()
            .put("Username", user.username)
            .put("Enabled", user.enabled)
            .put("UserStatus", user.status)
            .put("UserCreateDate", user.created / 1000.0)
            .put("UserLastModifiedDate", user.modified / 1000.0);
    answer.set(attributes, Call.attributes(user, null));
    if (attributes.equals("UserAttributes")) {
      SecondFactor.describe(user, answer);
    }
    return answer;
  }
}
