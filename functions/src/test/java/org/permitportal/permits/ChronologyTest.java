package org.permitportal.permits;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.localstack.AtOnce;
import org.permitportal.localstack.Backend;
import org.permitportal.permits.Activity.Audience;
import org.permitportal.permits.Activity.Kind;
import org.permitportal.permits.ChronologyBreak.Fault;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Write;

/** Tests that each event of a permit has a number and the hash of the previous event. */
@ParameterizedClass
@EnumSource(Backend.class)
class ChronologyTest {
  @Parameter Backend backend;
  private ApplicationContext beans;
  private PermitStore store;
  private Chronology chronology;

  @BeforeEach
  void open() {
    beans = backend.beans("ImportPermitsFunction");
    store = beans.getBean(PermitStore.class);
    chronology = beans.getBean(Chronology.class);
  }

  @AfterEach
  void close() {
    if (beans != null) {
      beans.close();
    }
  }

  @Test
  void eventsAreNumberedAndEachNamesTheHashOfTheOneBefore() {
    String permit = permit(3);
    List<PermitEvent> events = events(permit);
    assertThat(numbers(permit)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(events.getFirst().position().previous()).isEqualTo(Chronology.NEW);
    for (int i = 1; i < events.size(); i++) {
      assertThat(events.get(i).position().previous())
          .isEqualTo(events.get(i - 1).position().hash());
    }
    assertThat(events.getLast().activity()).isEqualTo(activity(3));
    assertThat(chronology.firstBreak(permit)).isEmpty();
  }

  @Test
  void twentyEventsAtOnceAreAllRecordedEachWithItsOwnNumber() throws Exception {
    String permit = permit(0);
    List<Callable<List<Write>>> twenty =
        IntStream.range(0, 20)
            .<Callable<List<Write>>>mapToObj(
                n -> () -> chronology.append(permit, activity(n), List.of()))
            .toList();
    assertThat(AtOnce.run(twenty)).allSatisfy(refused -> assertThat(refused).isEmpty());
    assertThat(numbers(permit))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 21).boxed().toList());
    assertThat(chronology.firstBreak(permit)).isEmpty();
  }

  @Test
  void anEventIsNotRecordedWhenWhatItTellsAboutIsRefused() {
    String permit = permit(0);
    Write refused = store.table.put(Item.of(PermitFacts.key(permit), "PERMIT")).whenAbsent();
    assertThat(chronology.append(permit, activity(1), List.of(refused))).containsExactly(refused);
    assertThat(numbers(permit)).containsExactly(1L);
    assertThat(chronology.firstBreak(permit)).isEmpty();
  }

  @Test
  void theFirstEventThatWasChangedAfterwardsIsNamed() {
    for (Map.Entry<String, Object> change :
        Map.<String, Object>of(
                "kind",
                Kind.LINK_REFUSED,
                "audience",
                Audience.STAFF,
                "at",
                "2020-01-01T00:00:00.000Z",
                "previous",
                Chronology.NEW,
                "values",
                Map.of("n", "two"),
                "after",
                Map.of("n", "two"),
                "actor",
                Actor.importing(AnImport.CLERK).write())
            .entrySet()) {
      String permit = permit(3);
      PermitEvent second = events(permit).get(1);
      Write write = event(permit, second).set(change.getKey(), change.getValue());
      assertThat(Table.run(write)).isTrue();
      assertThat(chronology.firstBreak(permit))
          .as(change.getKey())
          .contains(new ChronologyBreak(Fault.CHANGED, second.id()));
    }
  }

  @Test
  void anEventMadeAnewWithItsHashIsNamedByTheNextOne() {
    String permit = permit(3);
    for (int n : List.of(3, 1)) {
      PermitEvent event = events(permit).get(n);
      PermitEvent anew =
          PermitEvent.following(
              permit,
              event.id(),
              event.at(),
              activity(9),
              event.position().sequence(),
              event.position().previous());
      assertThat(Table.run(store.table.put(anew.item(permit)))).isTrue();
      assertThat(chronology.firstBreak(permit))
          .contains(new ChronologyBreak(Fault.CHANGED, event.id()));
    }
  }

  @Test
  void aRemovedEventIsNamedByTheOneBeforeAlsoAtTheEnd() {
    for (int n : List.of(0, 2, 3)) {
      String permit = permit(3);
      List<PermitEvent> events = events(permit);
      String sort = PermitEvent.PREFIX + events.get(n).id();
      assertThat(Table.run(store.table.delete(PermitFacts.key(permit), sort))).isTrue();
      assertThat(chronology.firstBreak(permit))
          .contains(new ChronologyBreak(Fault.MISSING, n == 0 ? "" : events.get(n - 1).id()));
    }
  }

  @Test
  void anInsertedEventIsNamed() {
    String permit = permit(2);
    PermitEvent last = events(permit).getLast();
    PermitEvent twice =
        PermitEvent.following(
            permit,
            "7ZZZZZZZZZZZZZZZZZZZZZZZZZ",
            last.at(),
            activity(9),
            last.position().sequence(),
            last.position().previous());
    assertThat(Table.run(store.table.put(twice.item(permit)))).isTrue();
    assertThat(chronology.firstBreak(permit))
        .contains(new ChronologyBreak(Fault.INSERTED, twice.id()));

    String other = permit(2);
    PermitEvent loose = new PermitEvent(twice.id(), last.at(), activity(9), null);
    assertThat(Table.run(store.table.put(loose.item(other)))).isTrue();
    assertThat(chronology.firstBreak(other))
        .contains(new ChronologyBreak(Fault.INSERTED, loose.id()));
  }

  /**
   * Tests events in the form of the previous version: without an actor, a number or an item for the
   * chronology.
   */
  @Test
  void eventsOfTheLastVersionAreReadAndTheChronologyStartsAfterThem() {
    PermitFacts facts = AnImport.facts(APermit.row());
    store.create(facts).forEach(Table::run);
    Item old =
        Item.of(PermitFacts.key(facts.id()), "EVENT#01JD3PZK7M8Q2V5XW9ABCDEFGH")
            .with("at", "2024-11-20T10:00:00.000Z")
            .with("kind", Kind.IMPORTED)
            .with("audience", Audience.PARTIES)
            .with("values", Map.of("status", "ISSUED"));
    assertThat(Table.run(store.table.put(old))).isTrue();
    assertThat(chronology.firstBreak(facts.id())).isEmpty();
    assertThat(chronology.append(facts.id(), activity(1), List.of())).isEmpty();
    assertThat(chronology.append(facts.id(), activity(2), List.of())).isEmpty();
    List<PermitEvent> events = events(facts.id());
    assertThat(events.getFirst().position()).isNull();
    assertThat(events.getFirst().activity().actor().kind()).isEqualTo(Actor.Kind.UNRECORDED);
    assertThat(events.getFirst().activity().values()).isEqualTo(Map.of("status", "ISSUED"));
    assertThat(events.get(1).position().previous()).isEqualTo(Chronology.AFTER_UNCHAINED);
    assertThat(events.get(2).position().sequence()).isEqualTo(2);
    assertThat(chronology.firstBreak(facts.id())).isEmpty();
  }

  /**
   * Stores a permit with its first event and the given number of further events. Their ids are in
   * the order of time.
   */
  private String permit(int more) {
    String id = AnImport.stored(beans, APermit.row()).id();
    IntStream.rangeClosed(1, more)
        .forEach(n -> assertThat(chronology.append(id, activity(n), List.of())).isEmpty());
    return id;
  }

  private static Activity activity(int n) {
    return new Activity(
        Kind.DETAILS_CHANGED,
        Audience.PARTIES,
        Actor.PORTAL,
        Map.of(),
        Map.of("n", Integer.toString(n)),
        Map.of("n", Integer.toString(n)));
  }

  private Write event(String permit, PermitEvent event) {
    return store.table.update(PermitFacts.key(permit), PermitEvent.PREFIX + event.id());
  }

  private List<Long> numbers(String permit) {
    return events(permit).stream().map(event -> event.position().sequence()).toList();
  }

  /** Returns the events in the order of the chronology. Events without a number come first. */
  private List<PermitEvent> events(String permit) {
    return store
        .table
        .query(PermitFacts.key(permit))
        .startingWith(PermitEvent.PREFIX)
        .all()
        .stream()
        .map(PermitEvent::from)
        .sorted(
            java.util.Comparator.comparingLong(
                event -> event.position() == null ? 0 : event.position().sequence()))
        .toList();
  }
}
