package org.permitportal.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.AwsCalls;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.platform.Table;
import org.permitportal.users.Hashings;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Tests that a recovery does not show whether an account exists. */
@Isolated("counts all hashes meanwhile")
class EqualEffortJourneyTest {
  private static final ApplicationContext BEANS = TheBeans.of("LoginFunction");

  /** The facts that a stranger can see in an answer or can measure by its time. */
  private record Seen(int status, JsonNode body, int length, List<String> calls, long hashes) {}

  @Test
  void anInventedQuestionIsAlwaysTheSameHoweverTheNameIsWrittenAndNotForAllNamesTheSame() {
    Recovery caller = Recovery.fresh();
    String nobody = "Quarry " + UUID.randomUUID().toString().replace("-", "");
    String question = caller.start(nobody).expect(200).text("/question/key");
    for (String written :
        List.of(nobody, nobody.toUpperCase(Locale.ROOT) + ", L.L.C.", " " + nobody + "! ")) {
      assertThat(caller.start(written).expect(200).text("/question/key")).isEqualTo(question);
    }
    String email = nobody.replace(' ', '.') + "@nobody.example";
    assertThat(caller.start(email.toUpperCase(Locale.ROOT)).expect(200).text("/question/key"))
        .isEqualTo(caller.start(email).expect(200).text("/question/key"));
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 22; i++) {
      all.add(caller.start("Nobody " + UUID.randomUUID()).expect(200).text("/question/key"));
    }
    assertThat(all).hasSizeGreaterThan(3);
  }

  @Test
  void everyStepLooksTheSameForKnownUnknownDisabledAndSuspended() {
    AnAccount known = AnAccount.confirmed();
    List<List<Seen>> all = new ArrayList<>();
    steps("warm-up");
    all.add(steps(known.name()));
    all.add(steps(AnAccount.confirmed().email()));
    all.add(steps(disabled().name()));
    all.add(steps(suspended().name()));
    all.add(steps("Nobody " + UUID.randomUUID()));
    all.add(steps("nobody-" + UUID.randomUUID() + "@rivera.example"));
    all.add(steps("mixed Rivеra " + UUID.randomUUID()));
    all.add(steps("?!"));
    assertThat(new HashSet<>(all)).hasSize(1);
    List<Seen> seen = all.getFirst();
    assertThat(seen).extracting(Seen::status).containsExactly(200, 400, 400, 400, 400, 400, 429);
    assertThat(seen).extracting(Seen::hashes).containsExactly(0L, 1L, 1L, 1L, 1L, 1L, 0L);
    assertThat(seen).extracting(s -> s.calls().size()).containsExactly(3, 2, 2, 2, 2, 3, 1);
    assertThat(seen.get(5).calls()).last().isEqualTo("DynamoDb TransactWriteItems");
    assertThat(Recovery.mail(known.email(), "Wrong answers to your secret question").text())
        .contains("60 minutes");
  }

  /** Starts a recovery, gives five wrong answers and then one more. */
  private static List<Seen> steps(String user) {
    Recovery caller = Recovery.fresh();
    List<Seen> seen = new ArrayList<>();
    String[] recovery = {null};
    seen.add(
        seen(
            "startRecovery",
            () -> {
              ApiCall.Answer answer = caller.start(user).send();
              recovery[0] = answer.text("/recovery");
              return answer;
            }));
    for (int i = 0; i < 6; i++) {
      seen.add(seen("answerQuestion", () -> caller.answer(recovery[0], "wrong").send()));
    }
    return seen;
  }

  private static Seen seen(String operation, Supplier<ApiCall.Answer> call) {
    ApiCall.Answer[] answer = {null};
    long before = Hashings.computed();
    List<String> calls = AwsCalls.of(operation, () -> answer[0] = call.get());
    long hashes = Hashings.computed() - before;
    ObjectNode body = answer[0].body().deepCopy();
    int length = body.path("recovery").asText().length();
    body.remove(List.of("requestId", "recovery", "question", "expiresAt"));
    return new Seen(answer[0].status(), body, length, calls, hashes);
  }

  private static AnAccount disabled() {
    AnAccount account = AnAccount.confirmed();
    String user = RecoveryJourneyTest.user(account.signedIn());
    BEANS
        .getBean(CognitoIdentityProviderClient.class)
        .adminDisableUser(
            d -> d.userPoolId(ThePortal.stack().physicalId("ContractorsPool")).username(user));
    return account;
  }

  private static AnAccount suspended() {
    AnAccount account = AnAccount.confirmed();
    String user = RecoveryJourneyTest.user(account.signedIn());
    assertThat(
            Table.run(
                BEANS.getBean(MembershipStore.class).suspend(user, ThePortal.clock().instant())))
        .isTrue();
    return account;
  }
}
