package org.permitportal.permits;

import java.util.List;
import org.permitportal.imports.ABldsRow;
import org.permitportal.imports.BldsRow;

/** Makes import rows and permits without a running portal. */
public final class AnImport {
  private AnImport() {}

  /** The row as the import takes it. */
  static List<BldsRow> of(APermit permit) {
    return List.of(ABldsRow.of(permit.cells()));
  }

  /** The permit that the row is. */
  public static PermitFacts facts(APermit permit) {
    return ABldsRow.permit(permit.cells());
  }

  /** The permit that the row is, as the next version of one that is stored. */
  public static PermitFacts next(APermit permit, PermitFacts before) {
    return facts(permit).following(before);
  }

  /** The same permit, still a draft. */
  static PermitFacts draft(APermit permit) {
    PermitFacts facts = facts(permit);
    return new PermitFacts(
        facts.id(),
        facts.number(),
        facts.type(),
        PermitStatus.DRAFT,
        facts.feesDue(),
        facts.conditional(),
        facts.description(),
        facts.place(),
        facts.parcel(),
        facts.dates(),
        facts.work(),
        facts.contractor(),
        facts.masterNumber(),
        null,
        facts.parties(),
        facts.changedAt(),
        facts.version());
  }
}
