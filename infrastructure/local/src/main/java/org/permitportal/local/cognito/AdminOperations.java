package org.permitportal.local.cognito;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.permitportal.local.cognito.Call.Operation;

/** What the portal does to users as administrator; each on its page api API_(operation).html. */
final class AdminOperations {
  static final Map<String, Operation> ALL =
      Map.ofEntries(
          entry(
              "AdminCreateUser",
              signed(
                  AdminOperations::create, "UserAttributes", "TemporaryPassword", "MessageAction")),
          entry(
              "AdminSetUserPassword",
              signed(AdminOperations::setPassword, "Password", "Permanent")),
          entry("AdminGetUser", signed(call -> describe(call.user(), "UserAttributes"))),
          entry("AdminUpdateUserAttributes", signed(AdminOperations::update, "UserAttributes")),
          entry("AdminDeleteUser", change(UserPool::delete)),
          entry("AdminEnableUser", change(AdminOperations::enable)),
          entry("AdminDisableUser", change(AdminOperations::disable)),
          entry("AdminUserGlobalSignOut", change(AdminOperations::signOut)),
          entry("AdminAddUserToGroup", signed(AdminOperations::join, "GroupName")),
          entry("AdminRemoveUserFromGroup", signed(AdminOperations::leave, "GroupName")),
          entry("AdminListGroupsForUser", signed(AdminOperations::groups)),
          entry(
              "ListUsers",
              new Operation(
                  true, Set.of("UserPoolId", "Limit", "PaginationToken"), AdminOperations::list)));

  private AdminOperations() {}

  private static Operation signed(Function<Call, ObjectNode> answer, String... more) {
    Set<String> fields = new HashSet<>(List.of(more));
    fields.addAll(List.of("UserPoolId", "Username"));
    return new Operation(true, fields, answer);
  }

  private static Operation change(BiConsumer<UserPool, User> change) {
    return signed(
        call -> {
          change.accept(call.pool(), call.user());
          return Call.empty();
        });
  }

  private static ObjectNode create(Call call) {
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

  private static ObjectNode setPassword(Call call) {
    UserPool pool = call.pool();
    User user = call.user();
    String password = call.text("Password");
    pool.settings.passwords().check(password);
    // That it ends a lockout is observed, not documented: unverified.
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

  private static ObjectNode update(Call call) {
    UserPool pool = call.pool();
    User user = call.user();
    user.attributes = pool.settings.schema().changed(user.attributes, call.attributes(), false);
    pool.changed(user);
    return Call.empty();
  }

  private static void enable(UserPool pool, User user) {
    user.enabled = true;
    pool.changed(user);
  }

  /**
   * "Revokes all access tokens"; that refresh tokens stay revoked once enabled again: unverified.
   */
  private static void disable(UserPool pool, User user) {
    user.enabled = false;
    user.revokeGrants();
    pool.changed(user);
  }

  private static void signOut(UserPool pool, User user) {
    user.revokeGrants();
    pool.save(user);
  }

  private static ObjectNode join(Call call) {
    User user = call.user();
    user.groups.add(group(call));
    call.pool().save(user);
    return Call.empty();
  }

  private static ObjectNode leave(Call call) {
    User user = call.user();
    user.groups.remove(group(call));
    call.pool().save(user);
    return Call.empty();
  }

  private static String group(Call call) {
    String name = call.text("GroupName");
    if (!call.pool().groups.contains(name)) {
      throw Refusal.notFound("Group not found.");
    }
    return name;
  }

  private static ObjectNode groups(Call call) {
    UserPool pool = call.pool();
    ObjectNode answer = Call.empty();
    ArrayNode list = answer.putArray("Groups");
    call.user().groups.stream()
        .filter(pool.groups::contains)
        .forEach(name -> list.addObject().put("GroupName", name).put("UserPoolId", pool.id));
    return answer;
  }

  /** In no order a caller may rely on, pages of at most 60. */
  private static ObjectNode list(Call call) {
    int limit = call.body().path("Limit").asInt(60);
    if (limit < 0 || limit > 60) {
      throw Refusal.invalidParameter(
          "1 validation error detected: Value at 'limit' failed to satisfy constraint: Member must"
              + " have value less than or equal to 60");
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

  private static ObjectNode describe(User user, String attributes) {
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
