package org.permitportal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.AccountStore;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Ids;
import org.permitportal.platform.MailObstacle;
import org.permitportal.platform.Transaction;
import org.permitportal.users.Email;

/**
 * Somebody with a membership and an address of their own, and nothing else.
 *
 * @param beans of a function with the accounts table
 */
record AReader(ApplicationContext beans, String userId, String email) {
  static AReader of(ApplicationContext beans) {
    String userId = beans.getBean(Ids.class).ulid();
    String accountId = beans.getBean(Ids.class).ulid();
    String email = userId.toLowerCase(Locale.ROOT) + "@mail.example";
    Member member = Member.owner(userId, accountId, "Rivera", "Ana", email, "en");
    assertThat(
            new Transaction()
                .with(beans.getBean(MembershipStore.class).create(member))
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
}
