package org.permitportal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.AccountStore;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.ThePortal;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Mail;
import org.permitportal.platform.MailObstacle;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Transaction;
import org.permitportal.users.Email;

/**
 * A person who has only a membership and an email address.
 *
 * @param beans the beans of a function that uses the tables of accounts and notices
 */
record AReader(ApplicationContext beans, String userId, String email) {
  static AReader of(ApplicationContext beans) {
    return ofOneAccount(beans, 1).getFirst();
  }

  static List<AReader> ofOneAccount(ApplicationContext beans, int members) {
    String accountId = beans.getBean(Ids.class).ulid();
    return IntStream.range(0, members).mapToObj(_ -> joining(beans, accountId)).toList();
  }

  private static AReader joining(ApplicationContext beans, String accountId) {
    String userId = beans.getBean(Ids.class).ulid();
    String email = userId.toLowerCase(Locale.ROOT) + "@mail.example";
    Member member = Member.owner(userId, accountId, "Rivera", "Ana", email, "en");
    assertThat(
            new Transaction()
                .with(beans.getBean(MembershipStore.class).create(member, Instant.EPOCH))
                .with(beans.getBean(AccountStore.class).claim(new Email(email), userId, accountId))
                .run())
        .isEmpty();
    return new AReader(beans, userId, email);
  }

  Member member() {
    return beans.getBean(MembershipStore.class).find(userId).orElseThrow();
  }

  @Nullable MailObstacle mailObstacle() {
    return member().mailObstacle();
  }

  int mails() {
    return ThePortal.stack().mailbox().mailsTo(email).size();
  }

  /**
   * Puts a notice into the outbox and waits until the stream has delivered it. Returns the notice's
   * state.
   */
  String toldByTheStream() {
    String id = beans.getBean(Ids.class).ulid();
    Map<String, String> values = Map.of("permit", "B-1", "address", "Elm");
    Notice notice = new Notice(Mail.LINK_REQUESTED, userId, values);
    assertThat(Table.run(beans.getBean(Outbox.class).write(id, notice))).isTrue();
    Table notices = beans.getBean(Tables.class).named("notices");
    return Eventually.get(
        "a delivery",
        () ->
            notices
                .get("OUTBOX#" + id, Outbox.SORT)
                .map(item -> item.text("state"))
                .filter(state -> !state.equals("PENDING")));
  }
}
