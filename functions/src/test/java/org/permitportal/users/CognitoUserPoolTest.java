package org.permitportal.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.TheBeans;
import org.permitportal.platform.Ids;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;

class CognitoUserPoolTest {
  private static final UserPool.Question TOOL = new UserPool.Question("first-tool", "hash-1");
  private static ApplicationContext beans;
  private static UserPool pool;

  private final String userId = beans.getBean(Ids.class).ulid();

  @BeforeAll
  static void start() {
    beans = TheBeans.of("SaveCompanyFunction");
    pool = beans.getBean(UserPool.class);
  }

  @AfterAll
  static void stop() {
    beans.close();
  }

  @Test
  void aPreparedUserHasAPasswordOfItsOwnAndCannotSignIn() {
    pool.prepare(userId, TOOL, Password.of("seven tall ladders"));
    AdminGetUserResponse user = user();
    assertThat(user.enabled()).isFalse();
    assertThat(user.userStatusAsString()).isEqualTo("CONFIRMED");
    assertThat(attributes())
        .containsEntry("custom:question", "first-tool")
        .containsEntry("custom:answer", "hash-1");
  }

  @Test
  void preparedAgainItIsTheSameUserWithTheNewAnswer() {
    pool.prepare(userId, TOOL, Password.of("seven tall ladders"));
    pool.enable(userId);
    pool.prepare(
        userId, new UserPool.Question("first-pet", "hash-2"), Password.of("eight tall ladders"));
    assertThat(user().enabled()).isFalse();
    assertThat(attributes()).containsEntry("custom:answer", "hash-2");
  }

  @Test
  void everyStepCanBeRepeated() {
    pool.prepare(userId, TOOL, Password.of("seven tall ladders"));
    pool.enable(userId);
    pool.enable(userId);
    assertThat(user().enabled()).isTrue();
    pool.disable(userId);
    pool.disable(userId);
    assertThat(user().enabled()).isFalse();
    pool.delete(userId);
    pool.delete(userId);
    pool.disable(userId);
  }

  @Test
  void whoIsNotThereCannotBeChangedOrEnabled() {
    assertThatThrownBy(() -> pool.enable(userId)).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> pool.change(userId, TOOL, null))
        .isInstanceOf(NoSuchElementException.class);
  }

  private AdminGetUserResponse user() {
    String id = beans.getRequiredProperty("contractors.pool", String.class);
    return beans
        .getBean(CognitoIdentityProviderClient.class)
        .adminGetUser(u -> u.userPoolId(id).username(userId));
  }

  private Map<String, String> attributes() {
    return user().userAttributes().stream()
        .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
  }
}
