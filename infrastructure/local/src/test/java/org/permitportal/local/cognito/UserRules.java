package org.permitportal.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.permitportal.local.cognito.Bench.PASSWORD;
import static org.permitportal.local.cognito.Rule.holds;
import static org.permitportal.local.cognito.Rule.refused;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.permitportal.local.cognito.Rule.Needs;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** The rules of users, and of users' passwords, attributes and groups. */
final class UserRules {
  static final List<Rule> ROWS =
      List.of(
          holds(
              "a created user has to change the temporary password",
              bench -> {
                var user = get(bench, bench.invited("Temporary-lantern-1"));
                assertThat(user.userStatus()).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
                assertThat(user.enabled()).isTrue();
                assertThat(Bench.values(user.userAttributes()))
                    .containsEntry("email", "ana@example.org")
                    .containsKey("sub");
              }),
          holds(
              "a permanent password confirms a user",
              bench ->
                  assertThat(get(bench, bench.user()).userStatus())
                      .isEqualTo(UserStatusType.CONFIRMED)),
          refused(
              "a username is taken once",
              UsernameExistsException.class,
              "User account already exists",
              bench -> create(bench, bench.user())),
          refused(
              "a username has no space",
              InvalidParameterException.class,
              "'username' failed to satisfy constraint",
              bench -> create(bench, "Harbor Roofing")),
          refused(
              "a username has at most 128 characters",
              InvalidParameterException.class,
              "less than or equal to 128",
              bench -> create(bench, "x".repeat(129))),
          refused(
              "an unknown user is not found by an administrator",
              UserNotFoundException.class,
              "User does not exist.",
              bench -> get(bench, bench.name())),
          refused(
              "an unknown pool is not found",
              ResourceNotFoundException.class,
              "does not exist.",
              bench ->
                  bench.cognito.adminGetUser(
                      get -> get.userPoolId("us-east-1_AAAAAAAAA").username("x"))),
          refused(
              "a deleted user is gone",
              UserNotFoundException.class,
              "User does not exist.",
              bench -> {
                String user = bench.user();
                bench.cognito.adminDeleteUser(it -> it.userPoolId(bench.pool).username(user));
                get(bench, user);
              }),
          refused(
              "a short password is refused",
              InvalidPasswordException.class,
              "Password not long enough",
              bench -> bench.setPassword(bench.user(), "short")),
          refused(
              "a password needs the kinds of characters of the policy",
              InvalidPasswordException.class,
              "Password must have lowercase characters",
              bench -> bench.setPassword(bench.user(), "HARBOR-LANTERN")),
          refused(
              "a temporary password keeps to the policy too",
              InvalidPasswordException.class,
              "Password not long enough",
              bench -> bench.invited("short")),
          refused(
              "a password has at most 256 characters",
              InvalidParameterException.class,
              "less than or equal to 256",
              bench -> bench.setPassword(bench.user(), "x".repeat(257))),
          holds(
              "a password of 256 characters is fine",
              bench -> {
                String user = bench.user();
                bench.setPassword(user, "x".repeat(256));
                assertThat(bench.login(user, "x".repeat(256)).authenticationResult()).isNotNull();
              }),
          refused(
              "an attribute outside the schema is refused",
              InvalidParameterException.class,
              "Attributes did not conform to the schema: custom:nothing",
              bench -> update(bench, bench.user(), "custom:nothing", "x")),
          refused(
              "a custom attribute keeps to its length",
              InvalidParameterException.class,
              "Attributes did not conform to the schema: custom:answer",
              bench -> update(bench, bench.user(), "custom:answer", "x".repeat(21))),
          refused(
              "an immutable attribute cannot change",
              InvalidParameterException.class,
              "Attribute cannot be updated.",
              bench -> update(bench, bench.user(), "custom:draft", "x")),
          refused(
              "an e-mail address looks like one",
              InvalidParameterException.class,
              "Invalid email address format.",
              bench -> update(bench, bench.user(), "email", "nobody")),
          holds(
              "a blank value removes an attribute",
              bench -> {
                String user = bench.user();
                update(bench, user, "custom:answer", "blue");
                assertThat(Bench.values(get(bench, user).userAttributes())).containsValue("blue");
                update(bench, user, "custom:answer", "");
                assertThat(Bench.values(get(bench, user).userAttributes()))
                    .doesNotContainKey("custom:answer");
              }),
          refused(
              "a signed-in user writes only what the client may write",
              NotAuthorizedException.class,
              "A client attempted to write unauthorized attribute",
              bench -> {
                String access = bench.tokens(bench.user()).accessToken();
                bench.cognito.updateUserAttributes(
                    it ->
                        it.accessToken(access)
                            .userAttributes(Bench.attribute("custom:answer", "mine")));
              }),
          holds(
              "users are listed in pages that hold each once",
              bench -> {
                List<String> made = Stream.generate(bench::user).limit(3).toList();
                Set<String> seen = new HashSet<>();
                bench
                    .cognito
                    .listUsersPaginator(list -> list.userPoolId(bench.pool).limit(2))
                    .users()
                    .forEach(user -> assertThat(seen.add(user.username())).isTrue());
                assertThat(seen).containsAll(made);
              }),
          refused(
              "a page has at most 60 users",
              InvalidParameterException.class,
              "less than or equal to 60",
              bench -> bench.cognito.listUsers(list -> list.userPoolId(bench.pool).limit(61))),
          holds(
                  "a user's groups are listed and in the access token, until left",
                  bench -> {
                    String user = bench.user();
                    bench.cognito.adminAddUserToGroup(
                        it -> it.userPoolId(bench.pool).username(user).groupName("clerk"));
                    assertThat(groups(bench, user)).containsExactly("clerk");
                    assertThat(
                            Bench.claims(bench.tokens(user).accessToken()).path("cognito:groups"))
                        .isEqualTo(Bench.json("[\"clerk\"]"));
                    bench.cognito.adminRemoveUserFromGroup(
                        it -> it.userPoolId(bench.pool).username(user).groupName("clerk"));
                    assertThat(groups(bench, user)).isEmpty();
                    assertThat(Bench.claims(bench.tokens(user).accessToken()).has("cognito:groups"))
                        .isFalse();
                  })
              .needing(Needs.ITS_OWN_SETTINGS),
          refused(
              "a group that is not there cannot be joined",
              ResourceNotFoundException.class,
              "Group not found.",
              bench -> {
                String user = bench.user();
                bench.cognito.adminAddUserToGroup(
                    it -> it.userPoolId(bench.pool).username(user).groupName("mayor"));
              }),
          holds(
              "a holder of an access token can delete its user",
              bench -> {
                String user = bench.user();
                String access = bench.tokens(user).accessToken();
                bench.cognito.deleteUser(it -> it.accessToken(access));
                assertThatThrownBy(() -> get(bench, user))
                    .isInstanceOf(UserNotFoundException.class);
              }),
          holds(
              "a holder of an access token and the password can change it",
              bench -> {
                String user = bench.user();
                String access = bench.tokens(user).accessToken();
                bench.cognito.changePassword(
                    it ->
                        it.accessToken(access)
                            .previousPassword(PASSWORD)
                            .proposedPassword("another-lantern"));
                assertThat(bench.login(user, "another-lantern").authenticationResult()).isNotNull();
              }));

  private UserRules() {}

  private static void create(Bench bench, String name) {
    bench.cognito.adminCreateUser(
        it -> it.userPoolId(bench.pool).username(name).messageAction(MessageActionType.SUPPRESS));
  }

  private static void update(Bench bench, String user, String name, String value) {
    bench.cognito.adminUpdateUserAttributes(
        it ->
            it.userPoolId(bench.pool).username(user).userAttributes(Bench.attribute(name, value)));
  }

  private static AdminGetUserResponse get(Bench bench, String user) {
    return bench.cognito.adminGetUser(it -> it.userPoolId(bench.pool).username(user));
  }

  private static List<String> groups(Bench bench, String user) {
    return bench
        .cognito
        .adminListGroupsForUser(it -> it.userPoolId(bench.pool).username(user))
        .groups()
        .stream()
        .map(GroupType::groupName)
        .toList();
  }
}
