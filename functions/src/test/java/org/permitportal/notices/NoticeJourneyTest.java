package org.permitportal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
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
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;

/** What is put into the outbox is mailed once, to everybody it is for. */
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
            .create(Member.owner(userId, accountId, "Rivera", "Ana", address(userId), language)));
    return userId;
  }

  private static String address(String userId) {
    return userId.toLowerCase(java.util.Locale.ROOT) + "@mail.example";
  }

  private static String told(Notice.To to, String recipientId, Map<String, String> values) {
    String id = ulid();
    Table.run(
        function
            .getBean(Outbox.class)
            .write(id, new Notice("document-refused", to, recipientId, "en", values)));
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
    String key = told(Notice.To.USER, userId, VALUES);

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

    assertThat(done(told(Notice.To.ACCOUNT, accountId, VALUES)).text("state")).isEqualTo("SENT");

    assertThat(ThePortal.mailTo(address(ana)).subject()).startsWith("Un documento");
    assertThat(ThePortal.mailTo(address(ben)).subject()).startsWith("A document");
    assertThat(List.of(mails(ana), mails(ben), mails(gone))).containsExactly(1, 1, 0);
  }

  @Test
  void aNoticeForNobodyOrWithoutItsValuesIsMarkedAndHoldsNothingUp() {
    String userId = member(ulid(), "en");
    String toNobody = told(Notice.To.USER, ulid(), VALUES);
    String incomplete = told(Notice.To.USER, userId, Map.of("permit", "BLD26-0042"));
    String good = told(Notice.To.USER, userId, VALUES);

    assertThat(done(good).text("state")).isEqualTo("SENT");
    assertThat(done(toNobody).text("state")).isEqualTo("UNDELIVERABLE");
    assertThat(done(toNobody).text("obstacle")).isEqualTo("NO_RECIPIENT");
    assertThat(done(incomplete).text("obstacle")).isEqualTo("TEMPLATE");
    assertThat(mails(userId)).isEqualTo(1);
  }

  @Test
  void ofABatchOnlyWhatFailedComesAgainAndTheRestIsMailedOnce() {
    AReader first = AReader.of(function);
    AReader last = AReader.of(function);
    AHeldNotice poison = AHeldNotice.poison(function);
    AHeldNotice[] batch = {
      AHeldNotice.to(function, Notice.To.USER, first.userId()),
      poison,
      AHeldNotice.to(function, Notice.To.USER, last.userId())
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
    AHeldNotice good = AHeldNotice.to(function, Notice.To.USER, reader.userId());
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
