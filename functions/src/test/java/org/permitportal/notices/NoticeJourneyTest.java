package org.permitportal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.contract.Yaml;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Item;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;

/** Tests that each notice in the outbox is mailed once to each of its recipients. */
class NoticeJourneyTest {
  private static final Map<String, String> VALUES =
      Map.of("permit", "BLD26-0042", "file", "plano.pdf", "reasonKey", "file.refused.encryptedPdf");
  private static ApplicationContext function;

  @BeforeAll
  static void start() {
    function = TheBeans.of("DeliverNoticesFunction");
  }

  @AfterAll
  static void stop() {
    function.close();
  }

  private static String ulid() {
    return function.getBean(Ids.class).ulid();
  }

  private static String member(String accountId, String language) {
    String userId = ulid();
    Table.run(
        function
            .getBean(MembershipStore.class)
            .create(
                Member.owner(userId, accountId, "Rivera", "Ana", address(userId), language),
                Instant.EPOCH));
    return userId;
  }

  private static String address(String userId) {
    return userId.toLowerCase(java.util.Locale.ROOT) + "@mail.example";
  }

  private static String told(Mail mail, String recipientId, Map<String, String> values) {
    String id = ulid();
    Table.run(function.getBean(Outbox.class).write(id, new Notice(mail, recipientId, values)));
    return "OUTBOX#" + id;
  }

  private static Item notice(String key) {
    return function.getBean(Tables.class).named("notices").get(key, Outbox.SORT).orElseThrow();
  }

  private static Item done(String key) {
    return Eventually.get(
        "a delivery",
        () -> Optional.of(notice(key)).filter(i -> !i.text("state").equals("PENDING")));
  }

  private static JsonNode delivered(String... keys) throws Exception {
    ObjectMapper json = new ObjectMapper();
    JsonNode sample = json.readTree(Yaml.ROOT.resolve("events/deliverNotices.json").toFile());
    ObjectNode event = json.createObjectNode();
    var records = event.putArray("Records");
    for (String key : keys) {
      ObjectNode change = sample.at("/Records/0").deepCopy();
      ((ObjectNode) change.at("/dynamodb/Keys/pk")).put("S", key);
      ((ObjectNode) change.at("/dynamodb")).put("SequenceNumber", "1" + records.size());
      records.add(change);
    }
    return json.readTree(ThePortal.stack().invoke("DeliverNoticesFunction", event));
  }

  private static int mails(String userId) {
    return ThePortal.stack().mailbox().mailsTo(address(userId)).size();
  }

  @Test
  void aUserIsToldInTheirLanguageAndOnceOnly() throws Exception {
    String userId = member(ulid(), "es");
    String key = told(Mail.DOCUMENT_REFUSED, userId, VALUES);

    Item sent = done(key);

    assertThat(sent.text("state")).isEqualTo("SENT");
    assertThat(sent.instant("sentAt")).isBeforeOrEqualTo(ThePortal.clock().instant());
    var mail = ThePortal.mailTo(address(userId));
    assertThat(mail.subject()).isEqualTo("Un documento del permiso BLD26-0042 no fue aceptado");
    assertThat(mail.text()).contains("«plano.pdf»", "El PDF está protegido con contraseña");

    assertThat(delivered(key, key).path("batchItemFailures")).isEmpty();
    assertThat(mails(userId)).isEqualTo(1);
    assertThat(notice(key).instant("sentAt")).isEqualTo(sent.instant("sentAt"));
  }

  @Test
  void everyActiveMemberOfAnAccountIsToldInTheirOwnLanguage() {
    String accountId = ulid();
    String ana = member(accountId, "es");
    String ben = member(accountId, "en");
    String gone = member(accountId, "en");
    Table.run(function.getBean(MembershipStore.class).suspend(gone, ThePortal.clock().instant()));

    Map<String, String> values =
        Map.of("licenseNumber", "7", "whatKey", "license.license", "expiresDay", "2027-06-30");
    String key = told(Mail.LICENSE_EXPIRING, accountId, values);
    assertThat(done(key).text("state")).isEqualTo("SENT");

    assertThat(ThePortal.mailTo(address(ana)).subject())
        .isEqualTo("Vence el 30 de junio de 2027: licencia 7");
    assertThat(ThePortal.mailTo(address(ben)).subject())
        .isEqualTo("Your license 7 expires on June 30, 2027");
    assertThat(List.of(mails(ana), mails(ben), mails(gone))).containsExactly(1, 1, 0);
  }

  @Test
  void aNoticeThatTheVersionBeforeWroteIsMailedInTheRecipientsLanguage() {
    String accountId = ulid();
    String ana = member(accountId, "es");
    AHeldNotice linked =
        AHeldNotice.ofBefore(
            function,
            Mail.LINK_APPROVED,
            accountId,
            Map.of("permit", "BLD26-0042", "address", "12 Elm Street", "role", "Architect"));
    AHeldNotice changed =
        AHeldNotice.ofBefore(function, Mail.MEMBER_CHANGED, ana, Map.of("company", "Rivera"));

    assertThat(AHeldNotice.delivered(linked)).isEmpty();
    assertThat(linked.state()).isEqualTo("SENT");
    assertThat(ThePortal.mailTo(address(ana)).text())
        .contains("Su cuenta ya está vinculada", "como: Architect.");
    assertThat(AHeldNotice.delivered(changed)).isEmpty();
    assertThat(changed.state()).isEqualTo("SENT");
    assertThat(ThePortal.stack().mailbox().mailsTo(address(ana)))
        .anySatisfy(
            mail -> assertThat(mail.text()).contains("otra función: véala en \"Mi cuenta\"."));
  }

  @Test
  void aNoticeForNobodyOrWithoutItsValuesIsMarkedAndHoldsNothingUp() {
    String userId = member(ulid(), "en");
    String toNobody = told(Mail.DOCUMENT_REFUSED, ulid(), VALUES);
    AHeldNotice incomplete =
        AHeldNotice.written(
            function, Mail.DOCUMENT_REFUSED, userId, Map.of("permit", "BLD26-0042"));
    assertThat(AHeldNotice.delivered(incomplete)).isEmpty();
    String good = told(Mail.DOCUMENT_REFUSED, userId, VALUES);

    assertThat(done(good).text("state")).isEqualTo("SENT");
    assertThat(done(toNobody).text("state")).isEqualTo("UNDELIVERABLE");
    assertThat(done(toNobody).text("obstacle")).isEqualTo("NO_RECIPIENT");
    assertThat(incomplete.item().text("obstacle")).isEqualTo("TEMPLATE");
    assertThat(mails(userId)).isEqualTo(1);
  }

  @Test
  void ofABatchOnlyWhatFailedComesAgainAndTheRestIsMailedOnce() {
    AReader first = AReader.of(function);
    AReader last = AReader.of(function);
    AHeldNotice poison = AHeldNotice.poison(function);
    AHeldNotice[] batch = {
      AHeldNotice.toUser(function, first.userId()),
      poison,
      AHeldNotice.toUser(function, last.userId())
    };
    assertThat(AHeldNotice.delivered(batch)).containsExactly(poison);
    assertThat(AHeldNotice.delivered(batch)).containsExactly(poison);
    assertThat(List.of(first.mails(), last.mails())).containsExactly(1, 1);
    assertThat(poison.state()).isEqualTo("PENDING");
  }

  @Test
  void whatNeverWorksIsGivenUpAfterAnHourAndWhatMayWorkLaterIsNot() {
    AHeldNotice poison = AHeldNotice.poison(function);
    AReader reader = AReader.of(function);
    AHeldNotice good = AHeldNotice.toUser(function, reader.userId());
    long anHourAgo = ThePortal.clock().instant().getEpochSecond() - 3601;
    assertThat(AHeldNotice.delivered(anHourAgo + 300, poison)).containsExactly(poison);
    ThePortal.stack().mailbox().pause(true);
    try {
      assertThat(AHeldNotice.delivered(anHourAgo, poison, good)).containsExactly(good);
    } finally {
      ThePortal.stack().mailbox().pause(false);
    }
    assertThat(poison.state()).isEqualTo("UNDELIVERABLE");
    assertThat(poison.item().text("obstacle")).isEqualTo("FAULT");
    assertThat(AHeldNotice.delivered(anHourAgo, poison, good)).isEmpty();
    assertThat(good.state()).isEqualTo("SENT");
    assertThat(reader.mails()).isEqualTo(1);
  }

  @Test
  void aNoticeThatIsGoneNeedsNoDelivery() throws Exception {
    assertThat(delivered("OUTBOX#" + ulid()).path("batchItemFailures")).isEmpty();
  }
}
