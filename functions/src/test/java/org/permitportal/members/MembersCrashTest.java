package org.permitportal.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.crash.CrashPoints;
import org.permitportal.crash.CrashPoints.Run;
import org.permitportal.journey.AColleague;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.platform.Ids;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/**
 * Interrupts joining, leaving and closing an account at each AWS call. Users, members and addresses
 * stay consistent.
 */
class MembersCrashTest {
  /**
   * The largest number of colleagues in one account. Then the test uses the next account, so that
   * it does not reach the limit of members.
   */
  private static final int COLLEAGUES = 8;

  /**
   * The number of the first AWS calls of closeAccount that this test does not interrupt: reads and
   * the check of the password. Other tests interrupt such calls.
   */
  private static final int BEFORE_CLOSING = 7;

  private static ApplicationContext beans;
  private static @Nullable String owner;
  private static int colleagues;

  @BeforeAll
  static void start() {
    beans = TheBeans.of("SweepMembersFunction");
  }

  @AfterAll
  static void stop() {
    beans.close();
  }

  private record Accepting(String owner, AColleague colleague) implements Run {
    static Accepting fresh() {
      String owner = anOwner();
      return new Accepting(owner, AColleague.invited(owner, "MEMBER"));
    }

    @Override
    public void act() {
      colleague.acceptance().send();
    }

    @Override
    public void again() {
      colleague.acceptance().expect(200);
      assertMember(colleague);
    }

    @Override
    public void left() {
      ThePortal.clock().pass(Duration.ofDays(7).plusHours(2));
      MembersCrashTest.owner = null;
      TheSweep.run();
      if (member(colleague)) {
        assertMember(colleague);
      } else {
        assertGone(colleague);
      }
    }
  }

  private record Removing(String owner, AColleague colleague) implements Run {
    static Removing fresh() {
      String owner = anOwner();
      return new Removing(owner, AColleague.joined(owner, "MEMBER"));
    }

    @Override
    public void act() {
      remove().send();
    }

    @Override
    public void again() {
      remove().expect(204);
      assertGone(colleague);
    }

    @Override
    public void left() {
      TheSweep.run();
      if (member(colleague)) {
        assertMember(colleague);
        remove().expect(204);
      }
      assertGone(colleague);
    }

    private ApiCall remove() {
      return ApiCall.of("removeMember").bearer(owner).path("memberId", user(colleague));
    }
  }

  private record Closing(AnAccount account, String token, AColleague colleague) implements Run {
    static Closing fresh() {
      AnAccount account = AnAccount.confirmed();
      String token = account.signedIn().accessToken();
      return new Closing(account, token, AColleague.joined(token, "MEMBER"));
    }

    @Override
    public void act() {
      close().send();
    }

    /**
     * Repeats the call. The caller cannot do so when the first call has ended the caller's session.
     */
    @Override
    public void again() {
      assertThat(close().send().status()).isIn(204, 401);
      assertClosed();
    }

    @Override
    public void left() {
      ThePortal.clock().pass(Duration.ofHours(1));
      TheSweep.run();
      if (member(colleague)) {
        account.signedIn();
        assertMember(colleague);
      } else {
        assertClosed();
      }
    }

    private void assertClosed() {
      TheSweep.run();
      assertGone(colleague);
      for (String who : new String[] {account.name(), account.email()}) {
        ApiCall.of("login")
            .from(ApiCall.anAddress())
            .json("user", who, "password", account.password(), "delivery", "BODY")
            .expect(401);
      }
      assertThat(inPool(Ids.derived(account.draftId(), "user", ""))).isFalse();
    }

    private ApiCall close() {
      return ApiCall.of("closeAccount").bearer(token).json("password", account.password());
    }
  }

  @Test
  void anAcceptanceBreakingOffAnywhereMakesAMemberOrNoUser() {
    assertThat(CrashPoints.of("AcceptInvitationFunction", Accepting::fresh)).hasSize(9);
  }

  @Test
  void aRemovalBreakingOffAnywhereLeavesAMemberOrNoUser() {
    assertThat(CrashPoints.of("RemoveMemberFunction", Removing::fresh)).hasSize(6);
  }

  @Test
  void aClosingBreakingOffAnywhereIsFinished() {
    assertThat(CrashPoints.of("CloseAccountFunction", BEFORE_CLOSING + 1, Closing::fresh))
        .hasSizeGreaterThanOrEqualTo(BEFORE_CLOSING + 8);
  }

  private static String anOwner() {
    String known = owner;
    if (known == null || colleagues >= COLLEAGUES) {
      known = AnAccount.confirmed().signedIn().accessToken();
      owner = known;
      colleagues = 0;
    }
    colleagues++;
    return known;
  }

  private static void assertMember(AColleague colleague) {
    assertThat(member(colleague)).isTrue();
    colleague.token();
  }

  private static void assertGone(AColleague colleague) {
    assertThat(member(colleague)).isFalse();
    assertThat(inPool(user(colleague))).isFalse();
    assertThat(colleague.login().from(ApiCall.anAddress()).expect(401).code())
        .isEqualTo("WRONG_CREDENTIALS");
  }

  private static String user(AColleague colleague) {
    return Ids.derived(colleague.invitationId(), "user", "");
  }

  private static boolean member(AColleague colleague) {
    return beans
        .getBean(MembershipStore.class)
        .find(user(colleague))
        .filter(one -> one.status() == Member.Status.ACTIVE)
        .isPresent();
  }

  private static boolean inPool(String userId) {
    String pool = beans.getRequiredProperty("contractors.pool", String.class);
    try {
      beans
          .getBean(CognitoIdentityProviderClient.class)
          .adminGetUser(u -> u.userPoolId(pool).username(userId));
      return true;
    } catch (UserNotFoundException _) {
      return false;
    }
  }
}
