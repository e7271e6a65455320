package org.permitportal.permits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.permitportal.platform.TheCity;

class PermitStatusTest {
  /**
   * The values of StatusCurrentMapped in BLDS v1.2, and the value "Occupancy" from the domain's
   * table.
   */
  private static final Set<String> MAPPED =
      Set.of(
          "Application Accepted",
          "In Review",
          "Fees/Payment",
          "Permit Issued",
          "Inspection Phase",
          "Permit Finaled",
          "Permit Finaled with Conditions",
          "Occupancy",
          "Permit Cancelled");

  @Test
  void everyStatusCanBeReachedFromADraft() {
    Set<PermitStatus> reached = EnumSet.of(PermitStatus.DRAFT);
    Deque<PermitStatus> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (PermitStatus next : open.remove().next()) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    assertThat(reached).containsExactlyInAnyOrder(PermitStatus.values());
  }

  @Test
  void theWayOfAPermitWithCorrectionsIsAllowed() {
    List<PermitStatus> way =
        List.of(
            PermitStatus.DRAFT,
            PermitStatus.SUBMITTED,
            PermitStatus.INCOMPLETE,
            PermitStatus.SUBMITTED,
            PermitStatus.IN_REVIEW,
            PermitStatus.CORRECTIONS,
            PermitStatus.RESUBMITTED,
            PermitStatus.IN_REVIEW,
            PermitStatus.APPROVED,
            PermitStatus.ISSUED,
            PermitStatus.INSPECTIONS,
            PermitStatus.FINALED,
            PermitStatus.CO_ISSUED);
    for (int i = 1; i < way.size(); i++) {
      assertThat(way.get(i - 1).next()).contains(way.get(i));
    }
  }

  @Property
  void nothingSkipsTheCitysReviewOrComesBackFromTheEnd(
      @ForAll PermitStatus from, @ForAll PermitStatus to) {
    boolean allowed = from.next().contains(to);
    if (to == PermitStatus.DRAFT || from == to) {
      assertThat(allowed).isFalse();
    }
    if (to == PermitStatus.APPROVED) {
      assertThat(allowed).isEqualTo(from == PermitStatus.IN_REVIEW || from == PermitStatus.EXPIRED);
    }
    if (to == PermitStatus.CO_ISSUED || to == PermitStatus.COC_ISSUED) {
      assertThat(allowed).isEqualTo(from == PermitStatus.FINALED);
    }
    if (from.closed() && from != PermitStatus.EXPIRED) {
      assertThat(allowed).isFalse();
    }
  }

  @Property
  void nobodyHasToMoveOnWhatIsClosedAndSomebodyOnAllElse(
      @ForAll PermitStatus status, @ForAll boolean feesDue) {
    assertThat(status.nextMove(feesDue) == NextMove.NOBODY).isEqualTo(status.closed());
  }

  @Property
  void everyStatusButDraftHasAWordOfTheStandard(
      @ForAll PermitStatus status, @ForAll boolean feesDue, @ForAll boolean conditional) {
    String mapped = status.blds(feesDue, conditional);
    if (status == PermitStatus.DRAFT) {
      assertThat(mapped).isNull();
    } else {
      assertThat(MAPPED).contains(mapped);
    }
  }

  @Test
  void onceApprovedTheApplicantMovesOnlyWhileFeesAreDue() {
    assertThat(PermitStatus.APPROVED.nextMove(true)).isEqualTo(NextMove.APPLICANT);
    assertThat(PermitStatus.APPROVED.nextMove(false)).isEqualTo(NextMove.CITY);
  }

  @Test
  void theCitysFileNamesEveryStatusOnce() {
    assertThat(
            TheCity.CITY.permits().statuses().stream().map(s -> PermitStatus.valueOf(s.status())))
        .containsExactlyInAnyOrder(PermitStatus.values());
  }
}
