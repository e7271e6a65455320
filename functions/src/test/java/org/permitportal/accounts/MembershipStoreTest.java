package org.permitportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.localstack.Backend;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Memberships.Membership;
import org.permitportal.platform.Recipient;
import org.permitportal.platform.Table;
import org.permitportal.platform.Transaction;

/**
 * Tests that a change of a user's rights in an account takes effect at once, even if the user's
 * token is still valid.
 */
@ParameterizedClass
@EnumSource(Backend.class)
class MembershipStoreTest {
  @Parameter Backend backend;
  private ApplicationContext beans;
  private static final Instant LOGIN = Instant.parse("2026-03-02T10:00:00Z");
  private MembershipStore store;
  private final String user = "user-" + UUID.randomUUID();
  private final String account = "account-" + UUID.randomUUID();
  private final Member owner = member(user);

  @BeforeEach
  void open() {
    beans = backend.beans("ConfirmRegistrationFunction");
    store = beans.getBean(MembershipStore.class);
  }

  @AfterEach
  void close() {
    if (beans != null) {
      beans.close();
    }
  }

  @Test
  void aMemberComesBackAsMadeAndIsMadeOnce() {
    assertThat(store.find(user)).isEmpty();
    assertThat(current(LOGIN, "any")).isFalse();
    assertThat(Table.run(store.create(owner, Instant.EPOCH))).isTrue();
    assertThat(store.find(user)).contains(owner);
    assertThat(Table.run(store.create(owner, Instant.EPOCH))).isFalse();
    assertThat(store.current(user, LOGIN, "any"))
        .contains(new Membership(account, MemberRole.OWNER, owner.email(), null));
  }

  @Test
  void whoIsSuspendedMayDoNothingUntilReinstated() {
    assertThat(Table.run(store.suspend(user, LOGIN))).as("of nobody").isFalse();
    Table.run(store.create(owner, Instant.EPOCH));
    assertThat(Table.run(store.reinstate(user))).as("of who is active").isFalse();
    assertThat(Table.run(store.suspend(user, LOGIN))).isTrue();
    assertThat(Table.run(store.suspend(user, LOGIN))).isFalse();
    assertThat(current(LOGIN, "any")).isFalse();
    assertThat(maySignIn(LOGIN)).isFalse();
    assertThat(Table.run(store.reinstate(user))).isTrue();
    assertThat(current(LOGIN, "any")).isTrue();
    assertThat(maySignIn(LOGIN)).isTrue();
  }

  @Test
  void endedSessionsEndAtOnceButForTheOneThatGoesOn() {
    assertThat(Table.run(store.endSessions(user, LOGIN, null))).as("of nobody").isFalse();
    Table.run(store.create(owner, Instant.EPOCH));
    assertThat(Table.run(store.endSessions(user, LOGIN.plusMillis(300), "kept"))).isTrue();
    assertThat(current(LOGIN, "other")).as("began in the same second").isFalse();
    assertThat(current(LOGIN, "kept")).isTrue();
    assertThat(current(LOGIN.plusSeconds(1), "other")).isTrue();
    assertThat(maySignIn(LOGIN)).isFalse();
    assertThat(maySignIn(LOGIN.plusSeconds(1))).isTrue();

    assertThat(Table.run(store.endSessions(user, LOGIN.plusSeconds(5), null))).isTrue();
    assertThat(current(LOGIN, "kept")).isFalse();
    assertThat(current(LOGIN.plusSeconds(6), "new")).isTrue();
  }

  @Test
  void anAccountIsWrittenToByItsActiveMembers() {
    Member other = member(user + "-2");
    Member stranger =
        Member.owner(user + "-3", account + "-2", "Other", "Bo", "bo@other.example", "en");
    for (Member one : new Member[] {owner, other, stranger}) {
      assertThat(Table.run(store.create(one, Instant.EPOCH))).isTrue();
    }
    assertThat(store.members(account)).containsExactlyInAnyOrder(owner, other);
    assertThat(Table.run(store.suspend(other.userId(), LOGIN))).isTrue();
    assertThat(store.members(account)).hasSize(2);
    assertThat(store.ofAccount(account)).containsExactly(new Recipient(owner.email(), "es"));
    assertThat(store.ofUser(other.userId())).containsExactly(new Recipient(other.email(), "es"));
    assertThat(store.ofUser("nobody")).isEmpty();
  }

  private Member member(String userId) {
    return Member.owner(userId, account, "Rivera", "Ana", userId + "@rivera.example", "es");
  }

  private boolean current(Instant authTime, String session) {
    return store.current(user, authTime, session).isPresent();
  }

  private boolean maySignIn(Instant authTime) {
    return new Transaction().with(store.allowing(user, authTime)).run().isEmpty();
  }
}
