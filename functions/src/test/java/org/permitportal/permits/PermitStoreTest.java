package org.permitportal.permits;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.files.FileName;
import org.permitportal.files.FileRecord;
import org.permitportal.files.FileType;
import org.permitportal.files.ObjectKey;
import org.permitportal.imports.PermitImport;
import org.permitportal.localstack.AtOnce;
import org.permitportal.localstack.Backend;
import org.permitportal.permits.Activity.Audience;
import org.permitportal.permits.Activity.Kind;
import org.permitportal.platform.Page;
import org.permitportal.platform.Table;
import org.permitportal.platform.Transaction;

/** Tests that a permit's number is unique, and that one query reads a permit with its events. */
@ParameterizedClass
@EnumSource(Backend.class)
class PermitStoreTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  @Parameter Backend backend;
  private ApplicationContext beans;
  private PermitStore store;

  @BeforeEach
  void open() {
    beans = backend.beans("ImportPermitsFunction");
    store = beans.getBean(PermitStore.class);
  }

  @AfterEach
  void close() {
    if (beans != null) {
      beans.close();
    }
  }

  @Test
  void anImportedPermitComesBackAsItsRowSaysAndWithItsEvents() {
    APermit row = APermit.row().with("ContractorCompanyName", "Rivera").with("Fee", "12.50");
    PermitImport imports = beans.getBean(PermitImport.class);
    assertThat(imports.run(AnImport.CLERK, AnImport.of(row), 2).created()).isEqualTo(1);
    PermitFacts facts = AnImport.facts(row);
    assertThat(store.load(facts.id())).contains(new Permit(facts, List.of(), List.of()));
    assertThat(imports.run(AnImport.CLERK, AnImport.of(row), 2).unchanged()).isEqualTo(1);

    row.with("StatusCurrent", "Issued").with("StatusDate", "2019-04-01");
    assertThat(imports.run(AnImport.CLERK, AnImport.of(row), 2).updated()).isEqualTo(1);
    PermitStore.Opened opened = store.open(facts.id()).orElseThrow();
    assertThat(opened.permit().facts()).isEqualTo(AnImport.facts(row).following(facts));
    assertThat(opened.events().items())
        .extracting(event -> event.activity().values())
        .containsExactlyInAnyOrder(
            Map.of("status", "IN_REVIEW"), Map.of("from", "IN_REVIEW", "to", "ISSUED"));
    assertThat(opened.events().next()).isNull();
    assertThat(store.open("none")).isEmpty();
  }

  @Test
  void ofTwoChangesOfTheSameVersionTheSecondIsRefused() {
    PermitFacts read = created(AnImport.facts(APermit.row()));
    assertThat(new Transaction().with(store.unchanged(read)).run()).isEmpty();
    assertThat(Table.run(store.change(read.withParty()))).isTrue();
    assertThat(Table.run(store.change(read.following(read)))).isFalse();
    assertThat(new Transaction().with(store.unchanged(read)).run()).hasSize(1);
    assertThat(store.facts(Set.of(read.id(), "none")))
        .isEqualTo(Map.of(read.id(), read.withParty()));
  }

  @Test
  void ofTwoPermitsAtOnceOneHasTheNumber() throws Exception {
    for (int round = 0; round < 20; round++) {
      PermitFacts one = AnImport.facts(APermit.row());
      PermitFacts other = one.following(AnImport.facts(APermit.row()));
      assertThat(other.number()).isEqualTo(one.number());
      List<Boolean> made = AtOnce.run(List.of(() -> create(one), () -> create(other)));
      assertThat(made).as("round " + round).containsExactlyInAnyOrder(true, false);
      PermitFacts winner = made.getFirst() ? one : other;
      PermitFacts loser = made.getFirst() ? other : one;
      String number = PermitNumber.normal(one.number());
      assertThat(store.ids(Set.of(number, "NONE"))).isEqualTo(Map.of(number, winner.id()));
      assertThat(store.load(winner.id())).isPresent();
      assertThat(store.load(loser.id())).as("nothing of the one refused").isEmpty();
    }
  }

  @Test
  void aPageShowsPartiesDocumentsAndTheNewestFiftyEventsThenTheCursorTheOlder() {
    PermitFacts facts = created(AnImport.facts(APermit.row()));
    Party party = Party.of("account-1", "Rivera", "owner", NOW);
    FileRecord document = document(facts.id());
    AnImport.parties(beans, List.of(party), facts.summary());
    assertThat(Table.run(store.files().create(document, item -> item))).isTrue();
    List<PermitEvent> events = IntStream.range(0, 120).mapToObj(PermitStoreTest::event).toList();
    for (List<PermitEvent> some : List.of(events.subList(0, 60), events.subList(60, 120))) {
      Transaction all = new Transaction();
      some.forEach(event -> all.with(store.table.put(event.item(facts.id()))));
      assertThat(all.run()).isEmpty();
    }

    PermitStore.Opened opened = store.open(facts.id()).orElseThrow();
    assertThat(opened.permit()).isEqualTo(new Permit(facts, List.of(party), List.of(document)));
    assertThat(opened.events().items()).hasSize(PermitStore.EVENTS);
    List<PermitEvent> shown = new ArrayList<>(opened.events().items());
    String cursor = opened.events().next();
    while (cursor != null) {
      Page<PermitEvent> older = store.events(facts.id(), cursor);
      assertThat(older.items()).hasSizeLessThanOrEqualTo(PermitStore.EVENTS);
      shown.addAll(older.items());
      cursor = older.next();
    }
    assertThat(shown).isEqualTo(events.reversed());
    assertThat(store.load(facts.id())).contains(opened.permit());
  }

  private PermitFacts created(PermitFacts facts) {
    assertThat(create(facts)).isTrue();
    return facts;
  }

  private boolean create(PermitFacts facts) {
    return new Transaction().with(store.create(facts)).run().isEmpty();
  }

  private static PermitEvent event(int n) {
    return new PermitEvent(
        "%026d".formatted(n),
        NOW.plusSeconds(n),
        new Activity(
            Kind.DETAILS_CHANGED,
            n % 2 == 0 ? Audience.PARTIES : Audience.STAFF,
            Actor.PORTAL,
            Map.of(),
            Map.of(),
            Map.of("n", Integer.toString(n))),
        null);
  }

  private static FileRecord document(String permitId) {
    ObjectKey key = new ObjectKey("permit", permitId, "01JZ0000000000000000000000");
    return new FileRecord(
        permitId,
        key.fileId(),
        key,
        "plans",
        new FileName("plan.pdf"),
        FileType.PDF,
        1000,
        "sha",
        FileRecord.State.READY,
        null,
        null,
        new FileRecord.Uploader("account-1", "user-1"),
        NOW,
        NOW,
        null);
  }
}
