package org.permitportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.accounts.CompanyNames.State;
import org.permitportal.journey.ThePortal;
import org.permitportal.localstack.AtOnce;
import org.permitportal.localstack.Backend;
import org.permitportal.platform.Table;

/**
 * Tests that one registration holds a name for some hours, and that one account keeps it
 * permanently.
 */
@ParameterizedClass
@EnumSource(Backend.class)
class CompanyNamesTest {
  @Parameter Backend backend;
  private ApplicationContext beans;
  private CompanyNames names;
  private final String typed = "Rivera " + UUID.randomUUID() + " Roofing";
  private final String ours = UUID.randomUUID().toString();
  private final String theirs = UUID.randomUUID().toString();

  @BeforeEach
  void open() {
    beans = backend.beans("ConfirmRegistrationFunction");
    names = beans.getBean(CompanyNames.class);
  }

  @AfterEach
  void close() {
    if (beans != null) {
      beans.close();
    }
  }

  @Test
  void aHeldNameIsItsRegistrationsUntilTheHoldEnds() {
    assertThat(state(ours)).isEqualTo(State.FREE);
    Instant until = now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
    assertThat(hold(ours, until)).isTrue();
    assertThat(state(ours)).isEqualTo(State.YOURS);
    assertThat(names.check(theirs, "name", "RÍVERA" + typed.substring(6) + ", LLC"))
        .satisfies(answer -> assertThat(answer.state()).isEqualTo(State.HELD))
        .satisfies(answer -> assertThat(answer.until()).isEqualTo(until))
        .satisfies(answer -> assertThat(answer.suggestions()).hasSize(3));
    assertThat(hold(theirs, until)).isFalse();
    assertThat(names.refused(name(), theirs).code()).isEqualTo(AccountProblem.NAME_HELD);

    assertThat(hold(ours, now().minusSeconds(1))).as("the hold of before is renewed").isTrue();
    assertThat(state(theirs)).isEqualTo(State.FREE);
    assertThat(hold(theirs, until)).isTrue();
    assertThat(state(ours)).isEqualTo(State.HELD);
  }

  @Test
  void aNameIsGivenBackOnlyByWhoHoldsIt() {
    assertThat(hold(ours, names.holdEnd())).isTrue();
    assertThat(release(theirs)).isFalse();
    assertThat(state(theirs)).isEqualTo(State.HELD);
    assertThat(release(ours)).isTrue();
    assertThat(release(ours)).isFalse();
    assertThat(hold(theirs, names.holdEnd())).isTrue();
  }

  @Test
  void aTakenNameIsItsAccountsForGoodAndSignsItsUserIn() {
    assertThat(hold(ours, names.holdEnd())).isTrue();
    assertThat(take(theirs)).isFalse();
    assertThat(take(ours)).isTrue();
    assertThat(state(theirs)).isEqualTo(State.TAKEN);
    assertThat(names.refused(name(), theirs).code()).isEqualTo(AccountProblem.NAME_TAKEN);
    for (String any : List.of(ours, theirs)) {
      assertThat(hold(any, names.holdEnd())).isFalse();
      assertThat(take(any)).isFalse();
      assertThat(release(any)).isFalse();
    }
    CompanyDirectory directory = beans.getBean(CompanyDirectory.class);
    assertThat(directory.principalOf("  " + typed.toUpperCase(java.util.Locale.ROOT) + " inc."))
        .contains("user of " + ours);
    assertThat(directory.principalOf(typed + " 2")).isEmpty();
  }

  @Test
  void ofTwoHoldersAtOnceExactlyOneHasTheName() throws Exception {
    for (int round = 0; round < 20; round++) {
      NameKey name = names.read("name", typed + " " + round);
      Instant until = names.holdEnd();
      List<Boolean> held =
          AtOnce.run(
              List.of(
                  () -> Table.run(names.hold(name, ours, until)),
                  () -> Table.run(names.hold(name, theirs, until))));
      assertThat(held).as("round " + round).containsExactlyInAnyOrder(true, false);
      assertThat(names.check(ours, "name", name.display()).state())
          .isEqualTo(held.getFirst() ? State.YOURS : State.HELD);
    }
  }

  private static Instant now() {
    return ThePortal.clock().instant();
  }

  private NameKey name() {
    return names.read("name", typed);
  }

  private State state(String asking) {
    return names.check(asking, "name", typed).state();
  }

  private boolean hold(String holder, Instant until) {
    return Table.run(names.hold(name(), holder, until));
  }

  private boolean release(String holder) {
    return Table.run(names.release(name().key(), holder));
  }

  private boolean take(String holder) {
    return Table.run(names.take(ANewAccount.named(typed), "user of " + holder, holder));
  }
}
