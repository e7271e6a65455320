package org.permitportal.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.localstack.AtOnce;
import org.permitportal.localstack.Backend;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Table;

/**
 * Tests that only an editor who has read the latest version can save a registration, and that a
 * registration ends in only one state.
 */
@ParameterizedClass
@EnumSource(Backend.class)
class RegistrationStoreTest {
  @Parameter Backend backend;
  private ApplicationContext beans;
  private RegistrationStore store;

  /** A day on which no registrations of other tests expire. */
  private final LocalDate day =
      LocalDate.of(2100, 1, 1).plusDays(Math.abs(UUID.randomUUID().hashCode() % 200_000));

  @BeforeEach
  void open() {
    beans = backend.beans("ConfirmRegistrationFunction");
    store = beans.getBean(RegistrationStore.class);
  }

  @AfterEach
  void close() {
    if (beans != null) {
      beans.close();
    }
  }

  @Test
  void aRegistrationComesBackAsItWasSaved() {
    Registration started = created(ARegistration.started());
    assertThat(store.find(started.id())).contains(started);
    assertThatThrownBy(() -> store.create(started)).isInstanceOf(IllegalStateException.class);

    Registration first = ARegistration.withCompany(started, "Rivera Roofing");
    assertThat(Table.run(store.save(first))).isTrue();
    assertThat(store.load(first.id())).isEqualTo(first);
    assertThat(Table.run(store.credentialsSet(first))).isTrue();
    Registration both = ARegistration.withContact(first.withCredentials(true), "Rivera & Sons");
    assertThat(Table.run(store.save(both))).isTrue();
    assertThat(store.find(both.id())).contains(both);
    assertThat(both.version()).isEqualTo(2);

    String unknown = ARegistration.started().id();
    assertThat(store.find(unknown)).isEmpty();
    assertThat(store.find("../" + unknown)).isEmpty();
    assertThatThrownBy(() -> store.load(unknown)).isInstanceOf(Problem.class);
  }

  @Test
  void ofThoseWhoSaveTheSameVersionAtOnceOneDoes() throws Exception {
    Registration read = created(ARegistration.started());
    List<Registration> edits =
        IntStream.range(0, 10)
            .mapToObj(editor -> ARegistration.withCompany(read, "Editor " + editor))
            .toList();
    List<Boolean> saved =
        AtOnce.run(
            edits.stream().<Callable<Boolean>>map(e -> () -> Table.run(store.save(e))).toList());
    assertThat(saved.stream().filter(done -> done)).hasSize(1);
    assertThat(store.find(read.id())).contains(edits.get(saved.indexOf(true)));
    assertThat(Table.run(store.credentialsSet(read))).as("of the version before").isFalse();
  }

  @Test
  void whatHasExpiredIsFoundByItsDayOldestFirstUntilItIsSettled() {
    List<String> ids =
        List.of(3, 1, 2).stream()
            .map(hour -> created(ARegistration.endingAt(at(hour))).id())
            .toList();
    created(ARegistration.endingAt(at(24)));
    assertThat(store.expired(day, at(23))).containsExactly(ids.get(1), ids.get(2), ids.get(0));
    assertThat(store.expired(day, at(2))).containsExactly(ids.get(1), ids.get(2));
    assertThat(store.expired(day, at(0))).isEmpty();
    store.settled(ids.get(1));
    assertThat(store.expired(day, at(23))).containsExactly(ids.get(2), ids.get(0));
    assertThat(store.find(ids.get(1)).orElseThrow().settled()).isTrue();
  }

  @Test
  void aSavePutsTheExpiryOff() {
    Registration read = created(ARegistration.endingAt(at(1)));
    assertThat(store.expired(day, at(2))).containsExactly(read.id());
    Registration later = ARegistration.withCompany(read, "Rivera Roofing");
    assertThat(Table.run(store.save(later))).isTrue();
    assertThat(store.expired(day, at(24))).isEmpty();
    LocalDate end = LocalDate.ofInstant(later.expiresAt(), ZoneOffset.UTC);
    assertThat(store.expired(end, later.expiresAt())).contains(read.id());
  }

  @Test
  void confirmingAndSweepingAtOnceExcludeEachOther() throws Exception {
    for (int round = 0; round < 20; round++) {
      Registration read = created(ARegistration.started());
      List<Boolean> done =
          AtOnce.run(
              List.of(
                  () -> Table.run(store.confirmed(read, ARegistration.NOW)),
                  () -> store.swept(read)));
      assertThat(done).as("round " + round).containsExactlyInAnyOrder(true, false);
      assertThat(store.find(read.id()).orElseThrow().state())
          .isEqualTo(done.getFirst() ? RegistrationState.CONFIRMED : RegistrationState.SWEPT);
      assertThat(Table.run(store.confirmed(read, ARegistration.NOW))).isFalse();
      assertThat(store.swept(read)).isFalse();
      assertThat(Table.run(store.save(ARegistration.withCompany(read, "Late")))).isFalse();
      assertThat(Table.run(store.fileChanged(read.id()))).isFalse();
      store.settled(read.id());
    }
  }

  @Test
  void aConfirmationThatHasNotSeenTheLastFileIsRefused() {
    Registration read = created(ARegistration.started());
    for (int files = 1; files <= 2; files++) {
      assertThat(Table.run(store.fileChanged(read.id()))).isTrue();
      assertThat(Table.run(store.confirmed(read, ARegistration.NOW))).isFalse();
      read = store.load(read.id());
      assertThat(read.fileChanges()).isEqualTo(files);
      assertThat(read.version()).as("files don't disturb who edits").isZero();
    }
    assertThat(Table.run(store.confirmed(read, ARegistration.NOW))).isTrue();
    store.settled(read.id());
  }

  private Registration created(Registration registration) {
    store.create(registration);
    return registration;
  }

  private Instant at(int hour) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofHours(hour));
  }
}
