package org.permitportal.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.Table;
import org.permitportal.users.UserAttempts.Of;

/** Tests the counts of tries in an emulated table. */
class UserAttemptsTest {
  private static ApplicationContext beans;
  private static UserAttempts userAttempts;
  private final String user = beans.getBean(Ids.class).ulid();

  @BeforeAll
  static void start() {
    beans = TheBeans.of("LoginFunction");
    userAttempts = beans.getBean(UserAttempts.class);
  }

  @AfterAll
  static void stop() {
    beans.close();
  }

  @Test
  void oneNetworkIsStoppedAloneAndLeavesRoomForAnother() {
    times(4, "198.51.100.1");
    refused("198.51.100.1", RequestProblem.TOO_MANY_TRIES);
    times(4, "198.51.100.2");
  }

  @Test
  void manyNetworksKeepOutStrangersOnly() {
    Table.run(userAttempts.passed(Set.of(Of.PASSWORD), user, "203.0.113.7"));
    times(4, "198.51.100.1");
    times(4, "198.51.100.2");
    refused("198.51.100.3", UserProblem.SIGN_IN_LOCKED);
    times(4, "203.0.113.7");
    refused("203.0.113.7", RequestProblem.TOO_MANY_TRIES);
  }

  @Test
  void aNetworkIsKnownForThirtyDays() {
    userAttempts.pass(Of.PASSWORD, user, "203.0.113.7");
    ThePortal.clock().pass(Duration.ofDays(30));
    times(4, "198.51.100.1");
    times(4, "198.51.100.2");
    refused("203.0.113.7", UserProblem.SIGN_IN_LOCKED);
  }

  @Test
  void theWindowBeginsAnewWhenNothingWasTriedForItsLength() {
    times(2, "198.51.100.1");
    ThePortal.clock().pass(Duration.ofMinutes(15));
    times(2, "198.51.100.1");
    ThePortal.clock().pass(Duration.ofMinutes(15));
    // A window with a fixed end would have ended by now. Then Cognito would never have a quarter of
    // an hour without tries.
    refused("198.51.100.1", RequestProblem.TOO_MANY_TRIES);
    ThePortal.clock().pass(Duration.ofMinutes(1));
    times(4, "198.51.100.1");
    refused("198.51.100.1", RequestProblem.TOO_MANY_TRIES);
    times(4, "198.51.100.2");
    refused("198.51.100.3", UserProblem.SIGN_IN_LOCKED);
  }

  @Test
  void aSuccessEndsItsOwnNetworksCountAndTheOneOverAll() {
    times(3, "198.51.100.1");
    times(4, "198.51.100.2");
    userAttempts.pass(Of.PASSWORD, user, "198.51.100.1");
    times(4, "198.51.100.1");
    refused("198.51.100.2", RequestProblem.TOO_MANY_TRIES);
  }

  @Test
  void aRecoveryLetsItsNetworkTryAnewAndStrangersStayLocked() {
    times(4, "198.51.100.1");
    times(4, "198.51.100.2");
    Table.run(userAttempts.recovered(user, "198.51.100.2"));
    times(4, "198.51.100.2");
    refused("198.51.100.1", RequestProblem.TOO_MANY_TRIES);
    refused("198.51.100.3", UserProblem.SIGN_IN_LOCKED);
  }

  @Test
  void whatIsTriedElsewhereLocksNothingHere() {
    for (int i = 0; i < 20; i++) {
      userAttempts.count(Of.ANSWER, user, "198.51.100." + i);
    }
    assertThatThrownBy(() -> userAttempts.count(Of.ANSWER, user, "198.51.100.99"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(UserProblem.RECOVERY_LOCKED);
              assertThat(problem.details().retryAfter())
                  .isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
            });
    times(4, "198.51.100.1");
  }

  @Test
  void theLastTryIsToldAndALockIsToldOnce() {
    for (int i = 0; i < 4; i++) {
      assertThat(userAttempts.attempt(Of.ANSWER, user, "2001:db8::1").last()).isFalse();
    }
    UserAttempts.Counted fifth = userAttempts.attempt(Of.ANSWER, user, "2001:db8::2");
    assertThat(fifth.refusal()).isNull();
    assertThat(fifth.last()).isTrue();
    assertThat(fifth.told()).isFalse();
    assertThat(Table.run(userAttempts.telling(Of.ANSWER, user))).isTrue();
    assertThat(Table.run(userAttempts.telling(Of.ANSWER, user))).isFalse();
    UserAttempts.Counted sixth = userAttempts.attempt(Of.ANSWER, user, "2001:db8::3");
    assertThat(sixth.refusal()).isNotNull();
    assertThat(sixth.told()).isTrue();
    ThePortal.clock().pass(Duration.ofHours(1));
    assertThat(userAttempts.attempt(Of.ANSWER, user, "2001:db8::3").told()).isFalse();
    assertThat(Table.run(userAttempts.telling(Of.ANSWER, user))).isTrue();
  }

  private void times(int count, String address) {
    for (int i = 0; i < count; i++) {
      userAttempts.count(Of.PASSWORD, user, address);
    }
  }

  private void refused(String address, Object code) {
    assertThatThrownBy(() -> userAttempts.count(Of.PASSWORD, user, address))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }
}
