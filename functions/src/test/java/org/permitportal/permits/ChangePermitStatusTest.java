package org.permitportal.permits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.localstack.AtOnce;
import org.permitportal.platform.Caller;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Caller.Origin;
import org.permitportal.platform.Item;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;

/** Tests that one use case changes a permit's status, and only to a status that may follow. */
class ChangePermitStatusTest {
  private static final List<PermitStatus> ALL = List.of(PermitStatus.values());
  private static ApplicationContext beans;
  private static PermitStore store;
  private static Chronology chronology;
  private static ChangePermitStatus changes;

  @BeforeAll
  static void start() {
    beans = TheBeans.of("ImportPermitsFunction");
    store = beans.getBean(PermitStore.class);
    chronology = beans.getBean(Chronology.class);
    changes = beans.getBean(ChangePermitStatus.class);
  }

  @AfterAll
  static void stop() {
    beans.close();
  }

  @Test
  void whateverIsTriedOnlyWhatMayFollowHappensAndAllSaysTheSame() {
    for (int seed = 1; seed <= 12; seed++) {
      Random random = new Random(seed);
      PermitFacts facts = permit(AnImport.draft(APermit.row()));
      PermitStatus status = facts.status();
      int changed = 0;
      for (int step = 1; step <= 15; step++) {
        List<PermitStatus> likely = List.copyOf(status.next());
        List<PermitStatus> from = likely.isEmpty() || random.nextBoolean() ? ALL : likely;
        PermitStatus to = from.get(random.nextInt(from.size()));
        String what = "seed " + seed + ", step " + step + ": " + status + " to " + to;
        Problem refused = change(AnImport.CLERK, facts, status, to).orElse(null);
        assertThat(refused == null).as(what).isEqualTo(status.next().contains(to));
        if (refused == null) {
          status = to;
          changed++;
        }
        Permit now = store.load(facts.id()).orElseThrow();
        assertThat(now.facts().status()).as(what).isEqualTo(status);
        assertThat(summaries(facts.id())).as(what).hasSize(2).containsOnly(now.facts().summary());
      }
      assertThat(changed).as("seed " + seed).isPositive();
      assertThat(APermit.events(beans, facts.id())).hasSize(changed + 1);
      assertThat(chronology.firstBreak(facts.id())).as("seed " + seed).isEmpty();
    }
  }

  @Test
  void ofManyWhoChangeItAtOnceExactlyOneWins() throws Exception {
    for (int round = 1; round <= 8; round++) {
      PermitFacts facts = permit(AnImport.facts(APermit.row()));
      List<Callable<Optional<Problem>>> four =
          Stream.of(
                  PermitStatus.APPROVED,
                  PermitStatus.DENIED,
                  PermitStatus.CORRECTIONS,
                  PermitStatus.APPROVED)
              .<Callable<Optional<Problem>>>map(
                  to -> () -> change(AnImport.CLERK, facts, PermitStatus.IN_REVIEW, to))
              .toList();
      List<Optional<Problem>> results = AtOnce.run(four);
      assertThat(results.stream().filter(Optional::isEmpty)).as("round " + round).hasSize(1);
      assertThat(results.stream().flatMap(Optional::stream))
          .allSatisfy(
              refused -> assertThat(refused.code()).isEqualTo(PermitProblem.STATUS_NOT_NEXT));
      assertThat(APermit.events(beans, facts.id())).hasSize(2);
      assertThat(chronology.firstBreak(facts.id())).isEmpty();
    }
  }

  @Test
  void aRefusalNamesBothStatuses() {
    PermitFacts facts = permit(AnImport.facts(APermit.row()));
    for (PermitStatus seen : List.of(PermitStatus.IN_REVIEW, PermitStatus.INSPECTIONS)) {
      Problem refused = change(AnImport.CLERK, facts, seen, PermitStatus.FINALED).orElseThrow();
      assertThat(refused.code()).isEqualTo(PermitProblem.STATUS_NOT_NEXT);
      assertThat(refused.details().errors())
          .singleElement()
          .satisfies(
              error -> {
                assertThat(error.field()).isEqualTo("status");
                assertThat(error.message()).isEqualTo("FINALED may not follow IN_REVIEW here.");
              });
    }
  }

  @Test
  void anApplicantMayDoWhatIsTheApplicantsAndOnlyOnItsOwnPermit() {
    PermitFacts facts = permit(AnImport.facts(APermit.row()));
    PermitStatus from = PermitStatus.IN_REVIEW;
    assertThat(change(applicant("stranger", MemberRole.OWNER), facts, from, PermitStatus.WITHDRAWN))
        .map(Problem::code)
        .contains(RequestProblem.NOT_FOUND);
    assertThat(change(new Anyone(ORIGIN), facts, from, PermitStatus.WITHDRAWN))
        .map(Problem::code)
        .contains(RequestProblem.NOT_FOUND);
    assertThat(change(applicant(ONE, MemberRole.READ_ONLY), facts, from, PermitStatus.WITHDRAWN))
        .map(Problem::code)
        .contains(RequestProblem.NOT_ALLOWED);
    assertThat(change(applicant(ONE, MemberRole.MEMBER), facts, from, PermitStatus.APPROVED))
        .map(Problem::code)
        .contains(RequestProblem.NOT_ALLOWED);
    assertThat(change(applicant(ONE, MemberRole.MEMBER), facts, from, PermitStatus.WITHDRAWN))
        .isEmpty();
    PermitEvent event = APermit.events(beans, facts.id()).getFirst();
    assertThat(event.activity().actor())
        .isEqualTo(new Actor(Actor.Kind.APPLICANT, "user", ONE, "MEMBER"));
    assertThat(event.activity().before()).containsEntry("status", "IN_REVIEW");
    assertThat(event.activity().after()).containsEntry("status", "WITHDRAWN");
  }

  @Test
  void anIssuedPermitIsWithdrawnByStaffAlone() {
    assertThat(PermitStatus.APPROVED.applicantMay(PermitStatus.WITHDRAWN)).isTrue();
    assertThat(PermitStatus.ISSUED.applicantMay(PermitStatus.WITHDRAWN)).isFalse();
    assertThat(PermitStatus.INSPECTIONS.applicantMay(PermitStatus.WITHDRAWN)).isFalse();
  }

  @Test
  void thePartiesAreToldAndSeeItAndLaterImportsKeepOut() {
    APermit row = APermit.row();
    String id = row.imported();
    AnAccount ana = AnAccount.confirmed();
    APermit.link(id, ana);
    changes.change(AnImport.CLERK, id, PermitStatus.IN_REVIEW, PermitStatus.APPROVED);
    String mail = ThePortal.mailTo(ana.email(), "Permit " + row.number() + ": Approved").text();
    assertThat(mail).contains(row.number()).contains("is now: Approved");
    String token = ana.signedIn().accessToken();
    JsonNode own = ApiCall.of("getDashboard").bearer(token).expect(200).body().at("/permits/0");
    assertThat(own.at("/permit/status").asText()).isEqualTo("APPROVED");
    JsonNode opened =
        ApiCall.of("openPermit").bearer(token).path("permitId", id).expect(200).body();
    assertThat(opened.at("/events/0/kind").asText()).isEqualTo("STATUS_CHANGED");
    assertThat(opened.at("/events/0/by").asText()).isEqualTo("CITY");
    assertThat(opened.toString()).doesNotContain(AnImport.CLERK.userId());

    row.with("StatusCurrent", "Expired");
    assertThat(APermit.imported(List.of(row.cells())).at("/errors/0/code").asText())
        .isEqualTo("KEPT_HERE");
  }

  /**
   * Tests the only exception: an import may set any status, because it copies the decisions of the
   * former system.
   */
  @Test
  void anImportSetsAnyStatusAndItsEventSaysSo() {
    APermit row = APermit.row().with("StatusCurrent", "CO Issued");
    String id = row.imported();
    AnAccount ana = AnAccount.confirmed();
    APermit.link(id, ana);
    row.with("StatusCurrent", "In Review").with("Description", "Bath remodel");
    assertThat(APermit.imported(List.of(row.cells())).path("updated").asInt()).isEqualTo(1);
    Activity copied = APermit.events(beans, id).getFirst().activity();
    assertThat(copied.kind()).isEqualTo(Activity.Kind.STATUS_CHANGED);
    assertThat(copied.actor().kind()).isEqualTo(Actor.Kind.FORMER_SYSTEM);
    assertThat(copied.actor().userId()).isNotEmpty();
    assertThat(copied.before())
        .containsEntry("status", "CO_ISSUED")
        .containsEntry("description", "Kitchen remodel")
        .doesNotContainKey("type");
    assertThat(copied.after())
        .containsEntry("status", "IN_REVIEW")
        .containsEntry("description", "Bath remodel");
    assertThat(chronology.firstBreak(id)).isEmpty();
  }

  private static final Origin ORIGIN = new Origin("203.0.113.9", "en");
  private static final String ONE = "01JD3PZK7M8Q2V5XW9ABCDEFG1";
  private static final String TWO = "01JD3PZK7M8Q2V5XW9ABCDEFG2";

  private static Applicant applicant(String account, MemberRole role) {
    return new Applicant(ORIGIN, "user", account, role, "ana@rivera.example", "session", null);
  }

  /** Stores a permit with two parties. */
  private static PermitFacts permit(PermitFacts facts) {
    AnImport.stored(beans, facts);
    List<Party> parties =
        Stream.of(ONE, TWO)
            .map(account -> Party.of(account, "Rivera", "owner", Instant.EPOCH))
            .toList();
    AnImport.parties(beans, parties, facts.summary());
    return facts;
  }

  private static Optional<Problem> change(
      Caller caller, PermitFacts facts, PermitStatus from, PermitStatus to) {
    @Nullable Problem refused =
        catchThrowableOfType(Problem.class, () -> changes.change(caller, facts.id(), from, to));
    return Optional.ofNullable(refused);
  }

  private static List<PermitSummary> summaries(String permit) {
    List<Item> parties = store.table.query(PermitFacts.key(permit)).startingWith("PARTY#").all();
    return parties.stream().map(PermitSummary::from).toList();
  }
}
