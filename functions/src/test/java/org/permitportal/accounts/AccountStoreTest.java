package org.permitportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.localstack.AtOnce;
import org.permitportal.localstack.Backend;
import org.permitportal.platform.AccountSettings;
import org.permitportal.platform.Table;
import org.permitportal.users.Email;

/** Tests that an email address, a handle and an account number each belong to one account only. */
@ParameterizedClass
@EnumSource(Backend.class)
class AccountStoreTest {
  @Parameter Backend backend;
  private ApplicationContext beans;
  private AccountStore store;
  private CompanyDirectory directory;

  @BeforeEach
  void open() {
    beans = backend.beans("ConfirmRegistrationFunction");
    store = beans.getBean(AccountStore.class);
    directory = beans.getBean(CompanyDirectory.class);
  }

  @AfterEach
  void close() {
    if (beans != null) {
      beans.close();
    }
  }

  @Test
  void anAccountComesBackAsItWasMadeAndIsMadeOnce() {
    Account account = ANewAccount.named("Ñandú & Söhne");
    assertThat(store.find(account.accountId())).isEmpty();
    assertThat(Table.run(store.create(account))).isTrue();
    assertThat(store.find(account.accountId())).contains(account);
    assertThat(Table.run(store.create(account))).isFalse();
  }

  @Test
  void ofTwoWhoClaimAnAddressAtOnceOneHasIt() throws Exception {
    for (int round = 0; round < 20; round++) {
      Email email = new Email("a+" + round + "@" + UUID.randomUUID() + ".example");
      assertThat(store.holder(email)).isEmpty();
      List<Boolean> claimed =
          AtOnce.run(
              List.of(
                  () -> Table.run(store.claim(email, "user-1", "account-1")),
                  () -> Table.run(store.claim(email, "user-2", "account-2"))));
      assertThat(claimed).as("round " + round).containsExactlyInAnyOrder(true, false);
      assertThat(store.holder(email)).isPresent();
      assertThat(directory.principalOf(" " + email.value().toUpperCase(Locale.ROOT)))
          .contains(claimed.getFirst() ? "user-1" : "user-2");
    }
  }

  @Test
  void aHandleLeadsToOneUser() {
    Account account = ANewAccount.named("Rivera Roofing");
    assertThat(directory.principalOfHandle(account.handle())).isEmpty();
    assertThat(Table.run(store.handle(account, "user-1"))).isTrue();
    assertThat(Table.run(store.handle(account, "user-2"))).isFalse();
    assertThat(directory.principalOfHandle(account.handle())).contains("user-1");
  }

  @Test
  void twentyWhoAskForNumbersAtOnceNeverGetOneTwice() throws Exception {
    AccountSettings.AccountNumber rule = new AccountSettings.AccountNumber("T", 6, 101);
    Callable<List<String>> ten =
        () -> Stream.generate(() -> store.nextNumber(rule)).limit(10).toList();
    List<String> numbers =
        AtOnce.run(IntStream.range(0, 20).mapToObj(_ -> ten).toList()).stream()
            .flatMap(List::stream)
            .toList();
    assertThat(numbers).hasSize(200).doesNotHaveDuplicates().allMatch(n -> n.matches("T\\d{6}"));
    assertThat(store.nextNumber(rule)).as("higher than all before").isGreaterThan(last(numbers));
  }

  private static String last(List<String> numbers) {
    return numbers.stream().sorted().toList().getLast();
  }
}
