package org.permitportal.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.emulators.AwsJson;
import org.permitportal.local.events.Checkpoints;
import org.permitportal.local.events.Failures;
import org.permitportal.local.events.StreamSource;
import org.permitportal.local.lambda.Functions;
import org.permitportal.local.template.Function;
import org.permitportal.local.template.Trigger;
import org.permitportal.platform.Item;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Transaction;

/**
 * Tests that a notice in the outbox reaches the person's mailbox exactly once, through the table's
 * stream.
 */
@ParameterizedClass
@EnumSource(Backend.class)
class NoticeStreamTest {
  private static final String DELIVERY = "DeliverNoticesFunction";

  @Parameter Backend backend;
  @TempDir Path folder;
  private final List<AutoCloseable> open = new ArrayList<>();
  private ApplicationContext beans;

  @BeforeEach
  void start() throws Exception {
    beans = backend.beans(DELIVERY);
    open.add(beans);
    if (backend == Backend.EMBEDDED) {
      return; // Its stream runs already.
    }
    Functions functions =
        new Functions(ThePortal.stack().app(), backend.endpoints(), ThePortal.clock());
    open.addFirst(functions);
    Function delivery = ThePortal.stack().app().function(DELIVERY);
    Trigger.OfStream mapping = (Trigger.OfStream) delivery.triggers().getFirst();
    StreamSource stream =
        new StreamSource(
            new AwsJson(
                URI.create(backend.endpoints().get("AWS_ENDPOINT_URL_DYNAMODB")), "dynamodb"),
            ThePortal.stack().physicalId("NoticesTable"),
            delivery,
            mapping.properties(),
            functions,
            new Failures(folder.resolve("failures.jsonl"), ThePortal.clock()),
            new Checkpoints(folder.resolve("streams.json")));
    open.addFirst(stream);
    stream.start();
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable part : open) {
      part.close();
    }
  }

  @Test
  void aNoticeWrittenInATransactionIsMailedOnce() {
    String user = "user-" + UUID.randomUUID();
    String email = user + "@rivera.example";
    Member member = Member.owner(user, "account-" + user, "Rivera", "Ana Rivera", email, "es");
    assertThat(Table.run(beans.getBean(MembershipStore.class).create(member, Instant.EPOCH)))
        .isTrue();

    notice(user, "BLD26-0001");
    assertThat(mails(email, 1)).singleElement().asString().contains("BLD26-0001");

    // Streams keep the order. So when the second notice's mail is there, the first notice causes no
    // more mails.
    notice(user, "BLD26-0002");
    assertThat(mails(email, 2)).hasSize(2);
  }

  private void notice(String user, String permit) {
    Outbox outbox = beans.getBean(Outbox.class);
    Notice notice =
        new Notice(Mail.LINK_REQUESTED, user, Map.of("permit", permit, "address", "12 Elm Street"));
    String id = "TEST" + UUID.randomUUID();
    assertThat(new Transaction().with(outbox.write(id, notice)).run()).isEmpty();
    Table notices = beans.getBean(Tables.class).named("notices");
    Eventually.get(
        "the notice to be marked",
        () ->
            notices
                .get("OUTBOX#" + id, Outbox.SORT)
                .map((Item item) -> item.text("state"))
                .filter(state -> !state.equals("PENDING"))
                .filter(
                    state -> {
                      assertThat(state).isEqualTo("SENT");
                      return true;
                    }));
  }

  private static List<String> mails(String email, int least) {
    return Eventually.get(
        least + " mails to " + email,
        () ->
            Optional.of(ThePortal.stack().mailbox().mailsTo(email))
                .filter(mails -> mails.size() >= least)
                .map(mails -> mails.stream().map(mail -> mail.text()).toList()));
  }
}
