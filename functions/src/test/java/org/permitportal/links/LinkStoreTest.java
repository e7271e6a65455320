package org.permitportal.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.links.LinkRequest.State;
import org.permitportal.localstack.Backend;
import org.permitportal.permits.APermit;
import org.permitportal.permits.AnImport;
import org.permitportal.permits.Party;
import org.permitportal.permits.PermitFacts;
import org.permitportal.permits.PermitStore;
import org.permitportal.permits.PermitSummary;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Item;
import org.permitportal.platform.Page;
import org.permitportal.platform.Table;
import org.permitportal.platform.Transaction;

/** Link requests and linked permits appear in an account's dashboard and in the staff queue. */
@ParameterizedClass
@EnumSource(Backend.class)
class LinkStoreTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  @Parameter Backend backend;
  private ApplicationContext beans;
  private PermitStore permits;
  private LinkStore links;
  private final String account = account(UUID.randomUUID().toString());

  @BeforeEach
  void open() {
    beans = backend.beans("DecideLinkRequestFunction");
    permits = beans.getBean(PermitStore.class);
    links = beans.getBean(LinkStore.class);
  }

  @AfterEach
  void close() {
    if (beans != null) {
      beans.close();
    }
  }

  @Test
  void theDashboardShowsMineToMoveThenRequestsThenTheRestEachTheLatestFirst() {
    String reviewed = mine("In Review", "2026-02-20");
    String older = mine("Issued", "2026-01-10");
    String newer = mine("Corrections Required", "2026-01-12");
    String done = mine("Void", "2026-02-25");
    PermitFacts wanted = created(row("Issued", "2026-01-01"));
    PermitFacts wantedLater = created(row("Issued", "2025-01-01"));
    LinkRequest request = request(wanted.id(), account, NOW);
    LinkRequest later = request(wantedLater.id(), account, NOW.plusMillis(1));
    assertThat(Table.run(links.first(request))).isTrue();
    assertThat(Table.run(links.first(later))).isTrue();
    assertThat(ids(dashboard()))
        .containsExactly(newer, older, wantedLater.id(), wanted.id(), done, reviewed);
    assertThat(dashboard().stream().filter(LinkRequest::isOne).map(LinkRequest::from))
        .containsExactly(later, request);

    PermitFacts before = permits.load(reviewed).orElseThrow().facts();
    assertThat(Table.run(links.next(request.withdrawn(NOW)))).isTrue();
    assertThat(Table.run(links.next(later.refused("No.", NOW)))).isTrue();
    party(AnImport.next(row("Issued", "2026-03-01"), before).summary());
    assertThat(ids(dashboard()))
        .as("moved")
        .containsExactly(reviewed, newer, older, wantedLater.id(), done);
  }

  @Test
  void openLinkRequestsAreQueuedOldestFirstUntilDecided() {
    String permit = created(row("Issued", "2026-01-01")).id();
    List<LinkRequest> made =
        Stream.of(3, 1, 2)
            .map(n -> request(permit, account(account + n), NOW.plusSeconds(n)))
            .toList();
    made.forEach(one -> assertThat(Table.run(links.first(one))).isTrue());
    assertThat(Table.run(links.first(made.getFirst()))).isFalse();
    assertThat(openRequests(permit)).containsExactly(made.get(1), made.get(2), made.get(0));
    assertThat(Table.run(links.next(made.get(1).refused("No.", NOW)))).isTrue();
    assertThat(Table.run(links.next(made.get(1).approved("owner", NOW)))).isFalse();
    assertThat(openRequests(permit)).containsExactly(made.get(2), made.get(0));
    assertThat(Table.run(links.next(made.get(2).approved("owner", NOW)))).isTrue();
    assertThat(Table.run(links.next(made.get(0).withdrawn(NOW)))).isTrue();
    assertThat(openRequests(permit)).isEmpty();
  }

  @Test
  void anAccountsStandingIsWhatItHasOnThePermit() {
    PermitFacts facts = created(APermit.row());
    Party party = new Party("account-1", "Rivera", "owner", NOW);
    assertThat(Table.run(permits.party(party, facts.summary()))).isTrue();
    LinkStore.Standing standing = links.standing(facts.id(), "account-1");
    assertThat(standing.permit()).contains(facts);
    assertThat(standing.party()).contains(party);
    assertThat(standing.link()).isEmpty();
    assertThat(links.standing(facts.id(), "account-2").party()).isEmpty();
    assertThat(links.standing("none", "account-1").permit()).isEmpty();
  }

  private static APermit row(String status, String day) {
    return APermit.row().with("StatusCurrent", status).with("StatusDate", day);
  }

  private PermitFacts created(APermit row) {
    PermitFacts facts = AnImport.facts(row);
    assertThat(new Transaction().with(permits.create(facts)).run()).isEmpty();
    return facts;
  }

  private String mine(String status, String day) {
    PermitFacts facts = created(row(status, day));
    party(facts.summary());
    return facts.id();
  }

  private void party(PermitSummary permit) {
    Party party = new Party(account, "Rivera", "owner", NOW);
    assertThat(Table.run(permits.party(party, permit))).isTrue();
  }

  private static String account(String seed) {
    return Ids.derived(seed, "account", "");
  }

  private static LinkRequest request(String permitId, String by, Instant at) {
    return new LinkRequest(
        permitId,
        by,
        "request",
        "Rivera",
        "AEC101",
        "BLD19-1",
        "9 Elm St",
        "owner",
        "Mine.",
        State.OPEN,
        "user-1",
        at,
        null,
        null,
        1);
  }

  private List<Item> dashboard() {
    return pages(cursor -> links.dashboard(account, 2, cursor));
  }

  private List<LinkRequest> openRequests(String permitId) {
    return pages(cursor -> links.open(2, cursor)).stream()
        .filter(request -> request.permitId().equals(permitId))
        .toList();
  }

  private static List<String> ids(List<Item> items) {
    return items.stream().map(item -> item.pk().substring(PermitFacts.key("").length())).toList();
  }

  private static <T> List<T> pages(Function<@Nullable String, Page<T>> ask) {
    List<T> all = new ArrayList<>();
    String cursor = null;
    do {
      Page<T> page = ask.apply(cursor);
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }
}
