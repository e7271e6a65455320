package org.permitportal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.AnAccount.Session;
import org.permitportal.journey.AnEmailChange;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.AwsCalls;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.platform.MailObstacle;
import org.permitportal.platform.Table;

/**
 * Tests that bounces and spam reports are recorded for the address, and that its user sees this in
 * the portal.
 */
class BounceJourneyTest {
  private static ApplicationContext beans;

  @BeforeAll
  static void start() {
    beans = TheBeans.of("DeliverNoticesFunction");
  }

  @AfterAll
  static void stop() {
    beans.close();
  }

  @Test
  void whoseMailComesBackIsToldInThePortalUntilTheAddressProvesToWork() {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    assertThat(shown("getAccount", session)).isEmpty();
    String email = moved(account, session, "bounce");
    assertThat(shown("getAccount", session)).isEmpty();

    ask(account, session, AnEmailChange.anEmail()).expect(409);
    changeQuestion(account, session);
    Eventually.get(
        "the mark", () -> Optional.of("BOUNCED").filter(shown("getAccount", session)::equals));
    assertThat(shown("getDashboard", session)).isEqualTo("BOUNCED");
    assertThat(shown("getAccount", account.signedIn())).isEqualTo("BOUNCED");

    ask(account, session, email).expect(200);
    confirm(session, email, "000000").expect(400);
    String code = ThePortal.codeMailedTo(email);
    confirm(session, email, code).expect(204);
    assertThat(shown("getAccount", session)).isEmpty();
    confirm(session, email, code).expect(204);
    assertThat(ask(account, session, email).expect(400).errors()).containsExactly("email SAME");
  }

  @Test
  void whoReportsAMailAsSpamGetsNoNoticesUntilTheAddressIsAnother() {
    AnAccount account = AnAccount.confirmed();
    Session session = account.signedIn();
    String email = moved(account, session, "complaint");
    changeQuestion(account, session);
    Eventually.get(
        "the mark", () -> Optional.of("COMPLAINED").filter(shown("getAccount", session)::equals));
    ThePortal.clock().pass(Duration.ofDays(8));
    Session later = account.signedIn();
    String better = AnEmailChange.anEmail();
    ask(account, later, better).expect(200);
    confirm(later, better, ThePortal.codeMailedTo(better)).expect(204);
    assertThat(shown("getAccount", later)).isEmpty();
    ASesEvent.complaint(email, "abuse").arrives();
    assertThat(shown("getAccount", later)).isEmpty();
  }

  @Test
  void aNoticeIsNotMailedToAMarkedAddress() {
    AReader reader = AReader.of(beans);
    ASesEvent.bounce(reader.email()).arrives();
    assertThat(reader.toldByTheStream()).isEqualTo("UNDELIVERABLE");
    assertThat(reader.mails()).isZero();
    assertThat(
            Table.run(
                beans
                    .getBean(MembershipStore.class)
                    .proven(reader.userId(), reader.email(), ThePortal.clock().instant())))
        .isTrue();
    assertThat(reader.toldByTheStream()).isEqualTo("SENT");
  }

  @Test
  void onlyWhatIsForGoodMarksAnAddress() {
    AReader reader = AReader.of(beans);
    ASesEvent.bounce(reader.email()).ofType("Transient").arrives();
    ASesEvent.bounce(reader.email()).ofType("Undetermined").arrives();
    ASesEvent.complaint(reader.email(), "not-spam").arrives();
    assertThat(reader.mailObstacle()).isNull();
    ASesEvent.bounce(reader.email().toUpperCase(java.util.Locale.ROOT)).arrives();
    assertThat(reader.mailObstacle()).isEqualTo(MailObstacle.BOUNCED);
  }

  @Test
  void aComplaintOutlastsABounceInWhateverOrderTheyCome() {
    AReader reader = AReader.of(beans);
    ASesEvent bounce = ASesEvent.bounce(reader.email());
    ASesEvent complaint = ASesEvent.complaint(reader.email(), "abuse");
    bounce.arrives();
    assertThat(reader.mailObstacle()).isEqualTo(MailObstacle.BOUNCED);
    complaint.arrives();
    complaint.arrives();
    bounce.arrives();
    assertThat(reader.mailObstacle()).isEqualTo(MailObstacle.COMPLAINED);
  }

  @Test
  void whatWasFoundOutBeforeTheAddressWasProvedHasNoEffect() {
    AReader reader = AReader.of(beans);
    Instant proven = ThePortal.clock().instant();
    ASesEvent late = ASesEvent.bounce(reader.email()).at(proven.minusSeconds(1));
    late.arrives();
    assertThat(reader.mailObstacle()).isEqualTo(MailObstacle.BOUNCED);
    assertThat(
            Table.run(
                beans
                    .getBean(MembershipStore.class)
                    .proven(reader.userId(), reader.email(), proven)))
        .isTrue();
    late.arrives();
    ASesEvent.complaint(reader.email(), "abuse").at(proven.minusSeconds(1)).arrives();
    assertThat(reader.mailObstacle()).isNull();
    ASesEvent.bounce(reader.email()).at(proven.plusSeconds(1)).arrives();
    assertThat(reader.mailObstacle()).isEqualTo(MailObstacle.BOUNCED);
  }

  @Test
  void anAddressThatNobodySignsInWithTakesOneReadAndNoError() {
    assertThat(
            AwsCalls.of(
                "recordBounce", () -> ASesEvent.bounce(UUID.randomUUID() + "@x.example").arrives()))
        .containsExactly("DynamoDb GetItem");
    ASesEvent.bounce("no address").arrives();
    AReader reader = AReader.of(beans);
    assertThat(AwsCalls.of("recordBounce", () -> ASesEvent.bounce(reader.email()).arrives()))
        .containsExactly("DynamoDb GetItem", "DynamoDb UpdateItem");
    AReader gone = AReader.of(beans);
    assertThat(
            Table.run(
                beans
                    .getBean(MembershipStore.class)
                    .remove(gone.member(), ThePortal.clock().instant())))
        .isTrue();
    ASesEvent.bounce(gone.email()).arrives();
    assertThat(gone.mailObstacle()).isNull();
  }

  /**
   * Changes a member's email address to an address of SES's mailbox simulator. Returns the new
   * address.
   */
  private static String moved(AnAccount account, Session session, String box) {
    String email = box + "+" + UUID.randomUUID() + "@simulator.amazonses.com";
    ask(account, session, email).expect(200);
    confirm(session, email, ThePortal.codeMailedTo(email)).expect(204);
    return email;
  }

  /** Changes the secret question, which causes a mail to the member. */
  private static void changeQuestion(AnAccount account, Session session) {
    ApiCall.of("changeSecretQuestion")
        .bearer(session.accessToken())
        .json("password", account.password(), "question", "first-tool", "answer", "A plumb line")
        .expect(204);
  }

  private static ApiCall ask(AnAccount account, Session session, String email) {
    return AnEmailChange.ask(session.accessToken(), account.password(), email);
  }

  private static ApiCall confirm(Session session, String email, String code) {
    return AnEmailChange.confirm(session.accessToken(), email, code);
  }

  private static String shown(String operation, Session session) {
    return ApiCall.of(operation)
        .bearer(session.accessToken())
        .expect(200)
        .body()
        .path("mailObstacle")
        .asText();
  }
}
