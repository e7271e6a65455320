package org.permitportal.permits;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statuses of a permit. Holds and stop-work orders are not statuses: a permit has them in
 * addition to its status. The city's file sets the city's name for each status, and the words that
 * the city's former system used for it.
 */
public enum PermitStatus {
  DRAFT,
  SUBMITTED,
  INCOMPLETE,
  IN_REVIEW,
  CORRECTIONS,
  RESUBMITTED,
  APPROVED,
  ISSUED,
  INSPECTIONS,
  FINALED,
  CO_ISSUED,
  COC_ISSUED,
  WITHDRAWN,
  DENIED,
  VOID,
  REVOKED,
  EXPIRED;

  /**
   * Returns the statuses that may follow this one. This rule does not apply to imports. They copy
   * permits and may set any status.
   */
  public Set<PermitStatus> next() {
    return switch (this) {
      case DRAFT -> EnumSet.of(SUBMITTED);
      case SUBMITTED -> EnumSet.of(INCOMPLETE, IN_REVIEW, WITHDRAWN, VOID);
      case INCOMPLETE -> EnumSet.of(SUBMITTED, WITHDRAWN, VOID, EXPIRED);
      case IN_REVIEW -> EnumSet.of(CORRECTIONS, APPROVED, DENIED, WITHDRAWN, VOID);
      case CORRECTIONS -> EnumSet.of(RESUBMITTED, WITHDRAWN, VOID, EXPIRED);
      case RESUBMITTED -> EnumSet.of(IN_REVIEW, WITHDRAWN, VOID);
      case APPROVED -> EnumSet.of(ISSUED, WITHDRAWN, VOID, EXPIRED);
      case ISSUED -> EnumSet.of(INSPECTIONS, WITHDRAWN, VOID, REVOKED, EXPIRED);
      case INSPECTIONS -> EnumSet.of(FINALED, WITHDRAWN, VOID, REVOKED, EXPIRED);
      case FINALED -> EnumSet.of(CO_ISSUED, COC_ISSUED, REVOKED);
      // Staff can reactivate an expired permit to the status it had.
      case EXPIRED -> EnumSet.of(INCOMPLETE, CORRECTIONS, APPROVED, ISSUED, INSPECTIONS);
      case CO_ISSUED, COC_ISSUED, WITHDRAWN, DENIED, VOID, REVOKED ->
          EnumSet.noneOf(PermitStatus.class);
    };
  }

  /**
   * Returns whether an applicant may change a permit from this status to {@code to}, which must be
   * one of {@link #next}. Staff may choose each of these statuses.
   */
  boolean applicantMay(PermitStatus to) {
    return switch (to) {
      case SUBMITTED, RESUBMITTED -> true;
      // Once the permit is issued, work may have begun. So only staff may withdraw the permit.
      case WITHDRAWN -> this != ISSUED && this != INSPECTIONS;
      default -> false;
    };
  }

  /** Returns whether the permit is closed: nothing more happens unless staff reopen it. */
  public boolean closed() {
    return switch (this) {
      case CO_ISSUED, COC_ISSUED, WITHDRAWN, DENIED, VOID, REVOKED, EXPIRED -> true;
      default -> false;
    };
  }

  /**
   * Returns who has to act next.
   *
   * @param feesDue whether fees are unpaid. It matters only for APPROVED: with unpaid fees the
   *     applicant has to pay, otherwise the city has to issue the permit
   */
  public NextMove nextMove(boolean feesDue) {
    return switch (this) {
      case DRAFT, INCOMPLETE, CORRECTIONS, ISSUED, INSPECTIONS -> NextMove.APPLICANT;
      case APPROVED -> feesDue ? NextMove.APPLICANT : NextMove.CITY;
      case SUBMITTED, IN_REVIEW, RESUBMITTED, FINALED -> NextMove.CITY;
      case CO_ISSUED, COC_ISSUED, WITHDRAWN, DENIED, VOID, REVOKED, EXPIRED -> NextMove.NOBODY;
    };
  }

  /**
   * Returns the status as a value of the field StatusCurrentMapped of BLDS v1.2.
   *
   * @param feesDue whether fees are unpaid
   * @param conditional whether the permit was finaled with conditions (temporary certificate)
   * @return null for a draft, which is never published
   */
  public @Nullable String blds(boolean feesDue, boolean conditional) {
    return switch (this) {
      case DRAFT -> null;
      case SUBMITTED -> "Application Accepted";
      case INCOMPLETE, CORRECTIONS, IN_REVIEW, RESUBMITTED -> "In Review";
      case APPROVED -> feesDue ? FEES_DUE : "In Review";
      case ISSUED -> "Permit Issued";
      case INSPECTIONS -> "Inspection Phase";
      case FINALED -> conditional ? CONDITIONAL : "Permit Finaled";
      case CO_ISSUED, COC_ISSUED -> "Occupancy";
      case WITHDRAWN, DENIED, VOID, REVOKED, EXPIRED -> "Permit Cancelled";
    };
  }

  public static final String FEES_DUE = "Fees/Payment";
  public static final String CONDITIONAL = "Permit Finaled with Conditions";
}
