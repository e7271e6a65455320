package org.permitportal.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.permitportal.platform.EveryPage;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Transaction;

/**
 * Tests that link requests and linked permits appear on an account's dashboard, and that link
 * requests appear in the list for staff.
 */
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
    assertThat(Table.run(links.next(later.refused("No.", "sam.clerk", NOW)))).isTrue();
    party(AnImport.next(row("Issued", "2026-03-01"), before).summary());
    assertThat(ids(dashboard()))
        .as("moved")
        .containsExactly(reviewed, newer, older, wantedLater.id(), done);
  }

  @Test
  void aPermitIsListedOnceForAnAccountWithSeveralRolesWhicheverCameFirst() {
    for (List<String> roles :
        List.of(List.of("owner", "architect"), List.of("architect", "owner"))) {
      String own = account(UUID.randomUUID().toString());
      PermitFacts read = created(row("Issued", "2026-01-01"));
      List<Party> before = new ArrayList<>();
      for (String role : roles) {
        Party party = Party.of(own, "Rivera", role, NOW);
        assertThat(new Transaction().with(permits.link(read, before, party)).run()).isEmpty();
        assertThat(new Transaction().with(permits.link(read, before, party)).run()).isNotEmpty();
        before.add(party);
        read = permits.load(read.id()).orElseThrow().facts();
      }
      List<Item> listed = EveryPage.of(cursor -> links.dashboard(own, 2, cursor));
      assertThat(ids(listed)).containsExactly(read.id());
      assertThat(Party.roles(listed.getFirst())).containsExactly("architect", "owner");
      assertThat(permits.load(read.id()).orElseThrow().roles(own))
          .containsExactly("architect", "owner");
    }
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
    assertThat(Table.run(links.next(made.get(1).refused("No.", "sam.clerk", NOW)))).isTrue();
    assertThat(Table.run(links.next(made.get(1).approved("owner", "sam.clerk", NOW)))).isFalse();
    assertThat(openRequests(permit)).containsExactly(made.get(2), made.get(0));
    assertThat(Table.run(links.next(made.get(2).approved("owner", "sam.clerk", NOW)))).isTrue();
    assertThat(Table.run(links.next(made.get(0).withdrawn(NOW)))).isTrue();
    assertThat(openRequests(permit)).isEmpty();
  }

  @Test
  void anAccountsStandingIsWhatItHasOnThePermit() {
    PermitFacts facts = created(APermit.row());
    Party party = Party.of("account-1", "Rivera", "owner", NOW);
    Party other = Party.of("account-1", "Rivera", "sub-contractor", NOW);
    AnImport.parties(beans, List.of(party, other), facts.summary());
    LinkStore.Standing standing = links.standing(facts.id(), "account-1");
    assertThat(standing.permit()).contains(facts);
    assertThat(standing.parties()).containsExactly(party, other);
    assertThat(standing.has("sub-contractor")).isTrue();
    assertThat(standing.has("architect")).isFalse();
    assertThat(standing.link()).isEmpty();
    assertThat(links.standing(facts.id(), "account-2").parties()).isEmpty();
    assertThat(links.standing("none", "account-1").permit()).isEmpty();
  }

  private static APermit row(String status, String day) {
    return APermit.row().with("StatusCurrent", status).with("StatusDate", day);
  }

  private PermitFacts created(APermit row) {
    return AnImport.stored(beans, row);
  }

  private String mine(String status, String day) {
    PermitFacts facts = created(row(status, day));
    party(facts.summary());
    return facts.id();
  }

  private void party(PermitSummary permit) {
    AnImport.parties(beans, List.of(Party.of(account, "Rivera", "owner", NOW)), permit);
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
        null,
        null,
        1);
  }

  private List<Item> dashboard() {
    return EveryPage.of(cursor -> links.dashboard(account, 2, cursor));
  }

  private List<LinkRequest> openRequests(String permitId) {
    return EveryPage.of(cursor -> links.open(2, cursor)).stream()
        .filter(request -> request.permitId().equals(permitId))
        .toList();
  }

  private static List<String> ids(List<Item> items) {
    return items.stream().map(item -> item.pk().substring(PermitFacts.key("").length())).toList();
  }
}
