package org.permitportal.permits;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.localstack.Backend;
import org.permitportal.platform.EveryPage;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Transaction;

/** Tests that permits appear in the lists for staff, of a street and of a parcel. */
@ParameterizedClass
@EnumSource(Backend.class)
class PermitListsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  /**
   * The attributes in the public lists: the keys, and the attributes that {@code PermitSummary}
   * reads.
   */
  private static final List<String> PUBLIC =
      List.of(
          "pk",
          "sk",
          "place",
          "placeSort",
          "parcel",
          "number",
          "type",
          "status",
          "feesDue",
          "conditional",
          "description",
          "line1",
          "line2",
          "city",
          "state",
          "zip",
          "dates");

  private static final String ACCOUNT = Ids.derived("party", "account", "");

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
  void aStatusHasItsQueueOldestFirstWithoutWhatIsClosed() {
    List<String> ids =
        Stream.of("2026-01-03", "2026-01-01", "2026-01-02")
            .map(day -> created(row("Resubmitted", day)).id())
            .toList();
    PermitFacts closed = created(row("Denied", "2026-01-01"));
    assertThat(queue("RESUBMITTED").stream().filter(ids::contains))
        .containsExactly(ids.get(1), ids.get(2), ids.get(0));
    assertThat(queue("DENIED")).doesNotContain(closed.id());

    PermitFacts first = store.load(ids.get(1)).orElseThrow().facts();
    assertThat(
            Table.run(store.change(AnImport.facts(row("Issued", "2026-02-01")).following(first))))
        .isTrue();
    assertThat(queue("RESUBMITTED").stream().filter(ids::contains))
        .containsExactly(ids.get(2), ids.get(0));
    assertThat(queue("ISSUED")).contains(first.id());
  }

  @Test
  void aStreetsPermitsComeByHouseNumberAndAParcelsTogether() {
    String name = "Meadow " + letters();
    String parcel = "P-" + UUID.randomUUID();
    List<String> ids =
        Stream.of("1001", "9", "100", "10")
            .map(house -> row("Issued", "2026-01-01").with("OriginalAddress1", house + " " + name))
            .map(row -> created(row.with("PIN", parcel)).id())
            .toList();
    String street = Street.of("9 " + name).name();
    List<PermitSummary> found = EveryPage.of(cursor -> store.inStreet(street, "", 2, cursor));
    assertThat(found)
        .extracting(PermitSummary::id)
        .containsExactly(ids.get(1), ids.get(3), ids.get(2), ids.get(0));
    assertThat(store.inStreet(street, Street.of("10 " + name).paddedHouse(), 9, null).items())
        .extracting(PermitSummary::id)
        .containsExactly(ids.get(3));
    assertThat(
            EveryPage.of(
                cursor -> store.onParcel(parcel.toLowerCase(java.util.Locale.ROOT), 3, cursor)))
        .containsExactlyInAnyOrderElementsOf(found);
    assertThat(store.load(ids.get(1)).orElseThrow().facts().summary()).isEqualTo(found.getFirst());
  }

  @Test
  void placeAndParcelHoldNothingButWhatIsPublicAndNoDraft() {
    APermit row = row("Issued", "2026-01-01").with("ContractorCompanyName", "Rivera");
    String street = "Meadow " + letters();
    row.with("OriginalAddress1", "9 " + street).with("OriginalAddress2", "2B");
    PermitFacts facts = created(row);
    party(facts.summary());
    APermit unsent = row("Issued", "2026-01-01").with("OriginalAddress1", "9 " + street);
    PermitFacts draft = AnImport.draft(unsent.with("PIN", row.cell("PIN")));
    assertThat(new Transaction().with(store.create(draft)).run()).isEmpty();

    String place = facts.place().street().name();
    String parcel = PermitFacts.parcelKey(row.cell("PIN"));
    for (Table.Query query :
        List.of(
            store.table.query("byPlace", "place", "placeSort", place),
            store.table.query("byParcel", "parcel", "sk", parcel))) {
      List<Item> items = query.all();
      assertThat(items).singleElement().extracting(PermitSummary::from).isEqualTo(facts.summary());
      assertThat(names(items.getFirst())).isSubsetOf(PUBLIC).contains("dates", "line2");
    }
    assertThat(queue("DRAFT")).doesNotContain(draft.id());
  }

  /** Returns the names of an item's attributes, read from the item's text. */
  private static List<String> names(Item item) {
    return Arrays.asList(item.toString().replaceAll("^Item\\[|]$", "").split(", ", -1));
  }

  private static APermit row(String status, String day) {
    return APermit.row().with("StatusCurrent", status).with("StatusDate", day);
  }

  private PermitFacts created(APermit row) {
    PermitFacts facts = AnImport.facts(row);
    assertThat(new Transaction().with(store.create(facts)).run()).isEmpty();
    return facts;
  }

  private void party(PermitSummary permit) {
    Party party = Party.of(ACCOUNT, "Rivera", "owner", NOW);
    AnImport.parties(beans, List.of(party), permit);
  }

  private List<String> queue(String status) {
    return ids(store.table.query("byQueue", "queue", "queueSort", "STATUS#" + status).all());
  }

  private static List<String> ids(List<Item> items) {
    return items.stream().map(item -> item.pk().substring(PermitFacts.key("").length())).toList();
  }

  /** Returns eight random letters, so that no other test has the same street. */
  private static String letters() {
    return UUID.randomUUID().toString().substring(0, 8).replaceAll("\\d", "q");
  }
}
