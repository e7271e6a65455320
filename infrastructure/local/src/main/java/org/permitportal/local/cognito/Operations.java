package org.permitportal.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.permitportal.local.cognito.Call.Bearer;

/** Runs the emulated operations. The page api API_(operation).html describes each operation. */
final class Operations {
  /** The emulated operations with their emulated request fields. Any other field is refused. */
  private static final Map<String, List<String>> FIELDS =
      """
      AdminCreateUser UserPoolId Username UserAttributes TemporaryPassword MessageAction
      AdminSetUserPassword UserPoolId Username Password Permanent
      AdminGetUser UserPoolId Username
      AdminUpdateUserAttributes UserPoolId Username UserAttributes
      AdminDeleteUser UserPoolId Username
      AdminEnableUser UserPoolId Username
      AdminDisableUser UserPoolId Username
      AdminUserGlobalSignOut UserPoolId Username
      AdminAddUserToGroup UserPoolId Username GroupName
      AdminRemoveUserFromGroup UserPoolId Username GroupName
      AdminListGroupsForUser UserPoolId Username
      ListUsers UserPoolId Limit PaginationToken
      AdminInitiateAuth UserPoolId ClientId AuthFlow AuthParameters
      AdminRespondToAuthChallenge UserPoolId ClientId ChallengeName ChallengeResponses Session
      GetTokensFromRefreshToken ClientId RefreshToken
      RevokeToken ClientId Token
      AssociateSoftwareToken AccessToken Session
      VerifySoftwareToken AccessToken Session UserCode FriendlyDeviceName
      AdminSetUserMFAPreference UserPoolId Username SoftwareTokenMfaSettings
      SetUserMFAPreference AccessToken SoftwareTokenMfaSettings
      GetUser AccessToken
      DeleteUser AccessToken
      UpdateUserAttributes AccessToken UserAttributes
      ChangePassword AccessToken PreviousPassword ProposedPassword
      """
          .lines()
          .map(row -> List.of(row.split(" ")))
          .collect(Collectors.toMap(List::getFirst, Function.identity()));

  private Operations() {}

  /**
   * Runs one operation.
   *
   * @param signed whether the call has AWS credentials; they are not checked
   */
  static ObjectNode answer(String name, Call call, boolean signed) {
    StrangersCalls.refuse(name, call);
    List<String> fields = FIELDS.get(name);
    if (fields == null) {
      throw Refusal.notEmulated(name);
    }
    if (!signed && (name.startsWith("Admin") || name.equals("ListUsers"))) {
      throw new Refusal("MissingAuthenticationTokenException", "Missing Authentication Token");
    }
    for (var field : call.body().properties()) {
      if (!fields.contains(field.getKey())) {
        throw Refusal.notEmulated(name + " with " + field.getKey());
      }
    }
    return switch (name) {
      case "AdminCreateUser" -> AdminOperations.create(call);
      case "AdminSetUserPassword" -> AdminOperations.setPassword(call);
      case "AdminGetUser" -> AdminOperations.describe(call.user(), "UserAttributes");
      case "AdminUpdateUserAttributes" -> AdminOperations.update(call);
      case "AdminDeleteUser" -> AdminOperations.delete(call);
      case "AdminEnableUser" -> AdminOperations.enable(call, true);
      case "AdminDisableUser" -> AdminOperations.enable(call, false);
      case "AdminUserGlobalSignOut" -> AdminOperations.signOut(call);
      case "AdminAddUserToGroup" -> AdminOperations.group(call, true);
      case "AdminRemoveUserFromGroup" -> AdminOperations.group(call, false);
      case "AdminListGroupsForUser" -> AdminOperations.groups(call);
      case "ListUsers" -> AdminOperations.list(call);
      case "AdminInitiateAuth" -> SignIn.begin(call);
      case "AdminRespondToAuthChallenge" -> SignIn.answer(call);
      case "GetTokensFromRefreshToken" -> SignIn.exchange(call);
      case "RevokeToken" -> SignIn.revoke(call);
      case "AssociateSoftwareToken" -> SecondFactor.associate(call);
      case "VerifySoftwareToken" -> SecondFactor.verify(call);
      case "AdminSetUserMFAPreference" -> SecondFactor.prefer(call, call.pool(), call.user());
      case "SetUserMFAPreference" -> {
        Bearer bearer = call.bearer();
        yield SecondFactor.prefer(call, bearer.pool(), bearer.user());
      }
      case "GetUser" -> OwnUser.get(call);
      case "DeleteUser" -> OwnUser.delete(call);
      case "UpdateUserAttributes" -> OwnUser.update(call);
      case "ChangePassword" -> OwnUser.changePassword(call);
      default -> throw new IllegalStateException(name);
    };
  }
}
