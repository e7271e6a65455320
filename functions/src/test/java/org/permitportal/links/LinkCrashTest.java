package org.permitportal.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.crash.CrashPoints;
import org.permitportal.crash.CrashPoints.Run;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.permits.APermit;
import org.permitportal.permits.Activity;
import org.permitportal.permits.AnImport;

/** Interrupts a decision on a link request at each AWS call. */
class LinkCrashTest {
  private static final AnAccount ANA = AnAccount.confirmed();
  private static final String TOKEN = ANA.signedIn().accessToken();
  private static final String ANA_ID =
      ApiCall.of("getAccount").bearer(TOKEN).expect(200).text("/accountId");
  private static ApplicationContext beans;

  @BeforeAll
  static void start() {
    beans = TheBeans.of("DecideLinkRequestFunction");
  }

  @AfterAll
  static void stop() {
    beans.close();
  }

  /**
   * A clerk decides a link request. Each run uses another permit; all permits were imported
   * together.
   */
  private record Deciding(APermit row, String permit, String accountId, String decision)
      implements Run {
    private static final Deque<APermit> ROWS = new ArrayDeque<>();

    static Deciding fresh(String decision) {
      if (ROWS.isEmpty()) {
        Stream.generate(APermit::row).limit(20).forEach(ROWS::add);
        APermit.imported(ROWS.stream().map(APermit::cells).toList());
      }
      APermit row = ROWS.remove();
      String permit = AnImport.facts(row).id();
      ApiCall.of("requestLink")
          .bearer(TOKEN)
          .path("permitId", permit)
          .json("role", "owner", "reason", "It is my house.")
          .expect(201);
      return new Deciding(row, permit, ANA_ID, decision);
    }

    @Override
    public void act() {
      decide().send();
    }

    @Override
    public void again() {
      // 409 means that the request was decided already.
      assertThat(decide().send().status()).isIn(200, 409);
      assertThat(decided()).isTrue();
    }

    @Override
    public void left() {
      decided();
    }

    private ApiCall decide() {
      return ApiCall.of("decideLinkRequest")
          .bearer(APermit.clerk())
          .path("permitId", permit)
          .path("accountId", accountId)
          .ifMatch(1)
          .json("decision", decision, "reason", decision.equals("REFUSE") ? "Not yours." : null);
    }

    /**
     * Returns whether the request was decided. Checks that request, party, event and mail agree.
     */
    private boolean decided() {
      LinkStore store = beans.getBean(LinkStore.class);
      LinkStore.Standing standing = store.standing(permit, accountId);
      LinkRequest request = standing.link().orElseThrow();
      boolean done = request.state() != LinkRequest.State.OPEN;
      boolean approved = request.state() == LinkRequest.State.APPROVED;
      assertThat(approved).isEqualTo(done && decision.equals("APPROVE"));
      assertThat(request.version()).isEqualTo(done ? 2 : 1);
      assertThat(standing.has("owner")).isEqualTo(approved);
      assertThat(standing.permit().orElseThrow().parties()).isEqualTo(approved ? 1 : 0);
      assertThat(APermit.events(beans, permit))
          .filteredOn(
              event ->
                  event.activity().kind() == Activity.Kind.PARTY_LINKED
                      || event.activity().kind() == Activity.Kind.LINK_REFUSED)
          .hasSize(done ? 1 : 0);
      String subject = "linked to permit " + row.cell("PermitNum");
      if (done) {
        ThePortal.mailTo(ANA.email(), subject);
      }
      assertThat(ThePortal.stack().mailbox().mailsTo(ANA.email()))
          .filteredOn(mail -> mail.subject().contains(subject))
          .hasSize(done ? 1 : 0);
      return done;
    }
  }

  @Test
  void aLinkItsEventAndItsMailAreAllThereOrNone() {
    assertThat(CrashPoints.of("DecideLinkRequestFunction", () -> Deciding.fresh("APPROVE")))
        .containsExactly(
            "DynamoDb BatchGetItem",
            "DynamoDb Query",
            "DynamoDb GetItem",
            "DynamoDb TransactWriteItems");
    assertThat(CrashPoints.of("DecideLinkRequestFunction", () -> Deciding.fresh("REFUSE")))
        .hasSize(3);
  }
}
