package org.permitportal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.AwsCalls;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;

/** Tests attacks: strangers guess the password of a company from one IP address or from many. */
class SignInUnderAttackJourneyTest {
  private static final ApplicationContext BEANS = TheBeans.of("LoginFunction");
  private final Recovery attacker = Recovery.fresh();
  private final Recovery owner = Recovery.fresh();

  @Test
  void oneAddressNeverLocksTheOwnerOutHoweverLongItTries() {
    AnAccount account = AnAccount.confirmed();
    for (int quarter = 0; quarter < 12; quarter++) {
      for (int i = 0; i < 6; i++) {
        attacker.login(account.name(), "wrong").send();
        ThePortal.clock().pass(Duration.ofMinutes(3));
      }
      if (quarter % 4 == 3) {
        Recovery.fresh().login(account.name(), account.password()).expect(200);
      }
    }
  }

  @Test
  void fromWhereTheOwnerHasSignedInManyAddressesLockNobodyOut() {
    AnAccount account = AnAccount.confirmed();
    owner.login(account.name(), account.password()).expect(200);
    for (int round = 0; round < 4; round++) {
      attack(account.name());
      // The user pool's own lock ends after eight seconds at most.
      ThePortal.clock().pass(Duration.ofSeconds(8));
      owner.login(account.email(), account.password()).expect(200);
      ThePortal.clock().pass(Duration.ofMinutes(16));
    }
  }

  @Test
  void manyAddressesLockForStrangersAndKnownAndUnknownAnswerAlike() {
    AnAccount account = AnAccount.confirmed();
    List<String> known = attack(account.name());
    assertThat(attack("Nobody " + UUID.randomUUID())).isEqualTo(known);
    assertThat(attack("nobody-" + UUID.randomUUID() + "@rivera.example")).isEqualTo(known);
    assertThat(known.subList(0, 8)).containsOnly("401 WRONG_CREDENTIALS 3");
    assertThat(known.subList(8, known.size())).containsOnly("429 SIGN_IN_LOCKED 2");
    ApiCall.Answer locked = owner.login(account.name(), account.password()).expect(429);
    assertThat(locked.code()).isEqualTo("SIGN_IN_LOCKED");
    assertThat(locked.text("/title")).contains("new password with an emailed code");
    assertThat(Integer.parseInt(locked.header("retry-after"))).isBetween(900, 960);
  }

  @Test
  void aSuccessOfTheOwnerTellsAStrangerNothing() {
    AnAccount account = AnAccount.confirmed();
    List<String> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    String nobody = "Nobody " + UUID.randomUUID();
    for (int i = 0; i < 12; i++) {
      Recovery stranger = Recovery.fresh();
      known.add(stranger.login(account.name(), "wrong").send().code());
      unknown.add(stranger.login(nobody, "wrong").send().code());
      if (i % 3 == 1) {
        owner.login(account.name(), account.password()).expect(200);
      }
    }
    assertThat(known).isEqualTo(unknown).contains("WRONG_CREDENTIALS", "SIGN_IN_LOCKED");
  }

  @Test
  void cognitosOwnLockLooksLikeAWrongPassword() {
    AnAccount account = AnAccount.confirmed();
    String user = RecoveryJourneyTest.user(account.signedIn());
    for (int i = 0; i < 6; i++) {
      assertThatThrownBy(() -> poolLogin(user, "wrong")).isNotNull();
    }
    assertThatThrownBy(() -> poolLogin(user, account.password()))
        .hasMessageContaining("Password attempts exceeded");
    ApiCall.Answer locked = owner.login(account.name(), account.password()).expect(401);
    ApiCall.Answer nobody = owner.login("Nobody " + UUID.randomUUID(), "wrong").expect(401);
    assertThat(locked.code()).isEqualTo(nobody.code()).isEqualTo("WRONG_CREDENTIALS");
    assertThat(locked.text("/title"))
        .isEqualTo(nobody.text("/title"))
        .contains("wait a moment, or set a new password with an emailed code");
  }

  @Test
  void theOwnerGetsInByRecoveryWhileTheAttackGoesOn() {
    AnAccount account = AnAccount.confirmed();
    attack(account.name());
    owner.login(account.name(), account.password()).expect(429);
    String asked = owner.started(account.name());
    attack(account.name());
    String recovery = owner.answer(asked, Recovery.ANSWER).expect(200).text("/recovery");
    ThePortal.clock().pass(Duration.ofMinutes(10));
    attack(account.name());
    owner.reset(recovery, Recovery.code(account.email()), Recovery.NEW).expect(204);
    assertThat(attack(account.name())).containsOnly("429 SIGN_IN_LOCKED 2");
    owner.login(account.name(), Recovery.NEW).expect(200);
    for (int i = 0; i < 3; i++) {
      attack(account.name());
      ThePortal.clock().pass(Duration.ofMinutes(20));
      assertThat(attack(account.name())).contains("401 WRONG_CREDENTIALS 3");
      ThePortal.clock().pass(Duration.ofSeconds(8));
      owner.login(account.email(), Recovery.NEW).expect(200);
    }
  }

  /**
   * Makes twelve tries from six IP addresses. Returns the answer and the number of AWS calls of
   * each try.
   */
  private static List<String> attack(String user) {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Recovery from = Recovery.fresh();
      for (int j = 0; j < 2; j++) {
        ApiCall.Answer[] answer = {null};
        int calls = AwsCalls.of("login", () -> answer[0] = from.login(user, "wrong").send()).size();
        seen.add(answer[0].status() + " " + answer[0].code() + " " + calls);
      }
    }
    return seen;
  }

  private static void poolLogin(String user, String password) {
    Map<String, String> environment = ThePortal.stack().environmentOf("LoginFunction");
    BEANS
        .getBean(CognitoIdentityProviderClient.class)
        .adminInitiateAuth(
            i ->
                i.userPoolId(environment.get("CONTRACTORS_POOL"))
                    .clientId(environment.get("CONTRACTORS_CLIENT"))
                    .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                    .authParameters(Map.of("USERNAME", user, "PASSWORD", password)));
  }
}
