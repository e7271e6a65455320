package org.permitportal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.permitportal.contract.Yaml;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.lambda.FunctionError;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Item;
import org.permitportal.platform.Mail;
import org.permitportal.platform.MailTexts;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;

/**
 * A notice that the stream does not deliver, because the stream's filter excludes its key. A test
 * itself delivers the notice, as often as it wants.
 */
record AHeldNotice(ApplicationContext beans, String key) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static AHeldNotice toUser(ApplicationContext beans, String userId) {
    Map<String, String> values = Map.of("permit", "B-1", "address", "Elm");
    return written(beans, Mail.LINK_REQUESTED, userId, values);
  }

  static AHeldNotice toAccount(ApplicationContext beans, String accountId) {
    Map<String, String> values =
        Map.of("permit", "B-1", "address", "Elm", "roleKey", MailTexts.partyRole("owner"));
    return written(beans, Mail.LINK_APPROVED, accountId, values);
  }

  /** Returns a notice that no run can read. */
  static AHeldNotice poison(ApplicationContext beans) {
    return put(beans, item -> item.with("event", Mail.LINK_REQUESTED.template()));
  }

  static AHeldNotice written(
      ApplicationContext beans, Mail mail, String recipientId, Map<String, String> values) {
    return put(
        beans,
        item ->
            item.with("event", mail.template())
                .with("recipientId", recipientId)
                .with("values", values));
  }

  /**
   * Returns a notice in the form of an earlier version. That version wrote the notice's language
   * into it.
   */
  static AHeldNotice ofBefore(
      ApplicationContext beans, Mail mail, String recipientId, Map<String, String> values) {
    return put(
        beans,
        item ->
            item.with("event", mail.template())
                .with("to", mail.audience())
                .with("recipientId", recipientId)
                .with("language", "en")
                .with("values", values));
  }

  private static AHeldNotice put(ApplicationContext beans, UnaryOperator<Item> content) {
    AHeldNotice notice = new AHeldNotice(beans, "HELD#" + beans.getBean(Ids.class).ulid());
    Item item = content.apply(Item.of(notice.key, Outbox.SORT).with("state", "PENDING"));
    assertThat(Table.run(notice.table().put(item))).isTrue();
    return notice;
  }

  private Table table() {
    return beans.getBean(Tables.class).named("notices");
  }

  Item item() {
    return table().get(key, Outbox.SORT).orElseThrow();
  }

  String state() {
    return item().text("state");
  }

  /**
   * Delivers notices in one batch of the stream. Returns the notices that must be delivered again.
   */
  static List<AHeldNotice> delivered(AHeldNotice... notices) {
    return delivered(ThePortal.clock().instant().getEpochSecond(), notices);
  }

  static List<AHeldNotice> delivered(long madeAt, AHeldNotice... notices) {
    try {
      JsonNode sample = JSON.readTree(Yaml.ROOT.resolve("events/deliverNotices.json").toFile());
      ObjectNode event = JSON.createObjectNode();
      ArrayNode records = event.putArray("Records");
      for (int i = 0; i < notices.length; i++) {
        JsonNode change = sample.at("/Records/0").deepCopy();
        ((ObjectNode) change.at("/dynamodb/Keys/pk")).put("S", notices[i].key);
        ((ObjectNode) change.at("/dynamodb"))
            .put("SequenceNumber", String.valueOf(i))
            .put("ApproximateCreationDateTime", madeAt);
        records.add(change);
      }
      JsonNode reply = JSON.readTree(ThePortal.stack().invoke("DeliverNoticesFunction", event));
      List<AHeldNotice> failed = new ArrayList<>();
      for (JsonNode item : reply.path("batchItemFailures")) {
        failed.add(notices[item.path("itemIdentifier").asInt()]);
      }
      return failed;
    } catch (IOException | FunctionError e) {
      throw new AssertionError(e);
    }
  }
}
