package org.permitportal.users;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** The contractors' pool in Cognito. */
@Singleton
class CognitoUserPool implements UserPool {
  private static final String QUESTION = "custom:question";
  private static final String ANSWER = "custom:answer";
  private final CognitoIdentityProviderClient cognito;
  private final String pool;

  CognitoUserPool(
      CognitoIdentityProviderClient cognito, @Value("${contractors.pool}") String pool) {
    this.cognito = cognito;
    this.pool = pool;
  }

  /**
   * Cognito first gives a new user a temporary password that nobody knows. Then this method sets
   * the given password.
   */
  @Override
  public void prepare(String userId, Question question, Password password) {
    try {
      cognito.adminCreateUser(
          c ->
              c.userPoolId(pool)
                  .username(userId)
                  .messageAction(MessageActionType.SUPPRESS)
                  .userAttributes(attributes(question)));
    } catch (UsernameExistsException _) {
      change(userId, question, null);
    }
    disable(userId);
    change(userId, null, password);
  }

  @Override
  public void change(String userId, @Nullable Question question, @Nullable Password password) {
    try {
      if (question != null) {
        cognito.adminUpdateUserAttributes(
            u -> u.userPoolId(pool).username(userId).userAttributes(attributes(question)));
      }
      if (password != null) {
        cognito.adminSetUserPassword(
            s -> s.userPoolId(pool).username(userId).password(password.reveal()).permanent(true));
      }
    } catch (UserNotFoundException e) {
      throw missing(userId, e);
    }
  }

  @Override
  public void enable(String userId) {
    try {
      cognito.adminEnableUser(e -> e.userPoolId(pool).username(userId));
    } catch (UserNotFoundException e) {
      throw missing(userId, e);
    }
  }

  @Override
  public void disable(String userId) {
    try {
      cognito.adminDisableUser(d -> d.userPoolId(pool).username(userId));
    } catch (UserNotFoundException _) {
      // A user who doesn't exist can't sign in, so there is nothing to do.
    }
  }

  @Override
  public void signOut(String userId) {
    try {
      cognito.adminUserGlobalSignOut(s -> s.userPoolId(pool).username(userId));
    } catch (UserNotFoundException _) {
      // A user who doesn't exist has no session, so there is nothing to do.
    }
  }

  @Override
  public void secondFactor(String userId, boolean on) {
    try {
      cognito.adminSetUserMFAPreference(
          p ->
              p.userPoolId(pool)
                  .username(userId)
                  .softwareTokenMfaSettings(t -> t.enabled(on).preferredMfa(on)));
    } catch (UserNotFoundException e) {
      throw missing(userId, e);
    }
  }

  @Override
  public Optional<Question> question(String userId) {
    try {
      Map<String, String> values =
          cognito.adminGetUser(g -> g.userPoolId(pool).username(userId)).userAttributes().stream()
              .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
      String key = values.get(QUESTION);
      String answerHash = values.get(ANSWER);
      return key == null || answerHash == null
          ? Optional.empty()
          : Optional.of(new Question(key, answerHash));
    } catch (UserNotFoundException _) {
      return Optional.empty();
    }
  }

  @Override
  public void delete(String userId) {
    try {
      cognito.adminDeleteUser(d -> d.userPoolId(pool).username(userId));
    } catch (UserNotFoundException _) {
      // The user is already gone.
    }
  }

  private static List<AttributeType> attributes(Question question) {
    return List.of(
        AttributeType.builder().name(QUESTION).value(question.key()).build(),
        AttributeType.builder().name(ANSWER).value(question.answerHash()).build());
  }

  private static NoSuchElementException missing(String userId, UserNotFoundException e) {
    return new NoSuchElementException("No user " + userId + " in the pool", e);
  }
}
