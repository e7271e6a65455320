package org.permitportal.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.permitportal.accounts.Account;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.AStaffMember;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.AwsCalls;
import org.permitportal.journey.TheBeans;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;

/**
 * Tests that clerks can suspend and reinstate an account. Both take effect at once for all members.
 */
class SuspensionJourneyTest {
  private static final String NOBODY = "01JD3PZK7M8Q2V5XW9ABCDEFGH";

  @Test
  void aSuspendedAccountsMembersAreOutAtTheirNextRequestAndTold() {
    AHolder ana = AHolder.roofing();
    ana.list();
    ApiCall.Answer suspended = suspending(ana, "The license was revoked.").expect(200);
    assertThat(suspended.text("/status")).isEqualTo("SUSPENDED");
    assertThat(ana.call("listLicenses").expect(401).code()).isEqualTo("SESSION_ENDED");
    ana.call("getAccount").expect(401);
    login(ana, 403);
    assertThat(
            VerificationJourneyTest.mail(ana, "The account of " + ana.name() + " is suspended")
                .text())
        .contains("The license was revoked.");
    assertThat(ana.by("clerk", "reviewAccount").expect(200).text("/suspendedFor"))
        .isEqualTo("The license was revoked.");
    assertThat(suspending(ana, "Again.").expect(200).body()).isEqualTo(suspended.body());
    assertThat(ana.by("clerk", "reviewAccount").expect(200).text("/suspendedFor"))
        .isEqualTo("The license was revoked.");
    reinstating(ana, "It is in force again.").expect(200);
    reinstating(ana, "It is in force again.").expect(200);
    ana.list();
    login(ana, 200);
    assertThat(ana.by("clerk", "reviewAccount").expect(200).body().has("suspendedFor")).isFalse();
    VerificationJourneyTest.mail(ana, "The account of " + ana.name() + " can be used again");
    assertThat(VerificationJourneyTest.subjects(ana))
        .filteredOn(s -> s.contains("of " + ana.name()))
        .hasSize(2);
  }

  @Test
  void allOfVeryManyMembersAreSuspendedAlsoByARunThatFinishesAnother() {
    AHolder ana = AHolder.roofing();
    try (ApplicationContext beans = TheBeans.of("ConfirmRegistrationFunction")) {
      MembershipStore store = beans.getBean(MembershipStore.class);
      List<String> users = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        String user = UUID.randomUUID().toString();
        users.add(user);
        assertThat(
                Table.run(
                    store.create(
                        Member.owner(
                            user,
                            ana.accountId(),
                            ana.name(),
                            "Member " + i,
                            user + "@rivera.example",
                            "en"),
                        Instant.EPOCH)))
            .isTrue();
      }
      assertThat(AwsCalls.of("suspendAccount", () -> suspending(ana, "So.").expect(200)))
          .containsExactly(
              "DynamoDb GetItem",
              "DynamoDb Query",
              "DynamoDb TransactWriteItems",
              "DynamoDb TransactWriteItems");
      assertThat(store.members(ana.accountId()))
          .hasSize(61)
          .allMatch(m -> m.status() == Member.Status.SUSPENDED);
      // Pretend that the suspension stopped before these members.
      users.subList(0, 7).forEach(user -> assertThat(Table.run(store.reinstate(user))).isTrue());
      suspending(ana, "So.").expect(200);
      assertThat(store.members(ana.accountId()))
          .allMatch(m -> m.status() == Member.Status.SUSPENDED);
      reinstating(ana, "Settled.").expect(200);
      assertThat(store.members(ana.accountId())).allMatch(m -> m.status() == Member.Status.ACTIVE);
    }
  }

  @Test
  void onlyClerksSuspendAndOnlyWhatIsThereAndNotClosed() {
    AHolder ana = AHolder.roofing();
    for (String operation : List.of("suspendAccount", "reinstateAccount")) {
      ana.by("reviewer", operation).json("reason", "x").expect(403);
      assertThat(ana.by("clerk", operation).json("reason", " ").expect(400).errors())
          .containsExactly("reason INVALID");
      ApiCall.of(operation)
          .bearer(AStaffMember.token("clerk"))
          .path("accountId", NOBODY)
          .json("reason", "x")
          .expect(404);
    }
    try (ApplicationContext beans = TheBeans.of("ConfirmRegistrationFunction")) {
      Table.run(
          beans
              .getBean(Tables.class)
              .named("accounts")
              .update("ACCOUNT#" + ana.accountId(), "PROFILE")
              .set("status", Account.Status.CLOSED));
    }
    assertThat(suspending(ana, "x").expect(409).code()).isEqualTo("ACCOUNT_CLOSED");
    assertThat(reinstating(ana, "x").expect(409).code()).isEqualTo("ACCOUNT_CLOSED");
  }

  private static void login(AHolder holder, int status) {
    ApiCall.of("login")
        .json("user", holder.email(), "password", ADraft.PASSWORD, "delivery", "BODY")
        .expect(status);
  }

  private static ApiCall suspending(AHolder holder, String reason) {
    return holder.by("clerk", "suspendAccount").json("reason", reason);
  }

  private static ApiCall reinstating(AHolder holder, String reason) {
    return holder.by("admin", "reinstateAccount").json("reason", reason);
  }
}
