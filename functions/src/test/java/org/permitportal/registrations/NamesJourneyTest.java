package org.permitportal.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.ThePortal;

/**
 * Tests that registrations hold names for some time and that accounts keep them, through the local
 * API.
 */
class NamesJourneyTest {
  private static final int ROUNDS = 50;

  @Test
  void aNameGoesFromFreeToHeldToTaken() {
    ADraft mine = ADraft.started();
    ADraft other = ADraft.started();
    assertThat(check(mine, mine.name()).text("/state")).isEqualTo("FREE");
    mine.withCompany("name", "  " + mine.name() + ",  L.L.C. ");
    assertThat(check(mine, mine.name()).text("/state")).isEqualTo("YOURS");
    ApiCall.Answer held = check(other, mine.name().toUpperCase(java.util.Locale.ROOT) + " Inc.");
    assertThat(held.text("/state")).isEqualTo("HELD");
    assertThat(held.text("/until")).isNotBlank();
    assertThat(held.text("/suggestions/0")).endsWith(" of Juniper Falls");
    ApiCall.Answer refused = other.company("name", mine.name()).expect(409);
    assertThat(refused.code()).isEqualTo("NAME_HELD");
    assertThat(refused.text("/until")).isNotBlank();
    assertThat(refused.body().at("/suggestions").size()).isPositive();
    mine.withContact().confirmed();
    ApiCall.Answer taken = check(other, mine.name());
    assertThat(taken.text("/state")).isEqualTo("TAKEN");
    assertThat(taken.body().has("until")).isFalse();
    assertThat(taken.body().at("/near").toString()).contains(mine.name());
    assertThat(other.company("name", mine.name()).expect(409).code()).isEqualTo("NAME_TAKEN");
  }

  @Test
  void aSuggestedNameIsFree() {
    ADraft mine = ADraft.started().withCompany();
    ADraft other = ADraft.started();
    String suggested = check(other, mine.name()).text("/suggestions/0");
    assertThat(check(other, suggested).text("/state")).isEqualTo("FREE");
    other.withCompany("name", suggested);
    ADraft third = ADraft.started();
    assertThat(check(third, mine.name()).text("/suggestions/0")).isNotEqualTo(suggested);
  }

  @Test
  void whoTakesAnotherNameGivesTheFirstBack() {
    ADraft mine = ADraft.started().withCompany();
    ADraft other = ADraft.started();
    mine.withCompany("name", mine.name() + " Brothers");
    assertThat(check(other, mine.name()).text("/state")).isEqualTo("FREE");
    assertThat(check(other, mine.name() + " Brothers").text("/state")).isEqualTo("HELD");
    other.withCompany("name", mine.name());
    assertThat(mine.company().expect(409).code()).isEqualTo("NAME_HELD");
  }

  @Test
  void aHoldEndsAndEachSaveTakesTheNameAgain() {
    ADraft mine = ADraft.started().withCompany();
    ThePortal.clock().pass(Duration.ofHours(23));
    mine.withContact();
    ThePortal.clock().pass(Duration.ofHours(23));
    ADraft other = ADraft.started();
    assertThat(other.company("name", mine.name()).expect(409).code()).isEqualTo("NAME_HELD");
    ThePortal.clock().pass(Duration.ofHours(2));
    assertThat(check(other, mine.name()).text("/state")).isEqualTo("FREE");
    other.withCompany("name", mine.name());
    assertThat(mine.contact().expect(409).code()).isEqualTo("NAME_HELD");
    mine.withCompany("name", mine.name() + " Brothers");
    assertThat(check(other, mine.name()).text("/state")).isEqualTo("YOURS");
  }

  @Test
  void whatCanBeNoNameIsRefused() {
    ADraft draft = ADraft.started();
    assertThat(draft.call("checkName").query("name", "ana@rivera.example").expect(400).errors())
        .containsExactly("name EMAIL");
    assertThat(draft.call("checkName").query("name", "***").expect(400).errors())
        .containsExactly("name NO_LETTERS");
    assertThat(draft.call("checkName").expect(400).errors()).containsExactly("name REQUIRED");
    assertThat(draft.company("name", "***").expect(400).errors())
        .containsExactly("name NO_LETTERS");
  }

  @Test
  void ofTwoWhoTakeOneNameAtOnceExactlyOneWins() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        ADraft one = ADraft.started();
        ADraft two = ADraft.started();
        CyclicBarrier barrier = new CyclicBarrier(2);
        List<Future<ApiCall.Answer>> answers = new ArrayList<>();
        for (ApiCall call : List.of(one.company(), two.company("name", one.name() + " L.L.C."))) {
          Callable<ApiCall.Answer> take =
              () -> {
                barrier.await();
                return call.send();
              };
          answers.add(threads.submit(take));
        }
        List<ApiCall.Answer> both = List.of(answers.get(0).get(), answers.get(1).get());
        assertThat(both.stream().map(ApiCall.Answer::status))
            .as("round " + round)
            .containsExactlyInAnyOrder(200, 409);
        ApiCall.Answer loser = both.get(both.get(0).status() == 409 ? 0 : 1);
        assertThat(loser.code()).isEqualTo("NAME_HELD");
        assertThat(loser.body().at("/suggestions").size()).isPositive();
        assertThat(loser.text("/suggestions/0")).contains("Juniper Falls");
      }
    }
  }

  private static ApiCall.Answer check(ADraft draft, String name) {
    return draft.call("checkName").query("name", name).expect(200);
  }
}
