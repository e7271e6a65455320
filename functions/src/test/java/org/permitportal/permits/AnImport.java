package org.permitportal.permits;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.permitportal.imports.ABldsRow;
import org.permitportal.imports.BldsRow;
import org.permitportal.platform.Caller.Origin;
import org.permitportal.platform.Caller.StaffMember;
import org.permitportal.platform.Caller.StaffRole;
import org.permitportal.platform.Table;
import org.permitportal.platform.Transaction;

/** Makes import rows and permits without a running portal. */
public final class AnImport {
  /** The clerk who imports. */
  public static final StaffMember CLERK =
      new StaffMember(new Origin("203.0.113.9", "en"), "sam.clerk", Set.of(StaffRole.CLERK));

  private AnImport() {}

  /** Returns the permit's row in the form that the import takes. */
  static List<BldsRow> of(APermit permit) {
    return List.of(ABldsRow.of(permit.cells()));
  }

  /** Returns the permit that the row describes. */
  public static PermitFacts facts(APermit permit) {
    return ABldsRow.permit(permit.cells());
  }

  /** Stores the permit that the row describes, with its first event. Returns the permit. */
  public static PermitFacts stored(ApplicationContext beans, APermit permit) {
    return stored(beans, facts(permit));
  }

  static PermitFacts stored(ApplicationContext beans, PermitFacts facts) {
    Map<String, String> status = Map.of("status", facts.status().name());
    Activity imported =
        new Activity(
            Activity.Kind.IMPORTED,
            Activity.Audience.PARTIES,
            Actor.importing(CLERK),
            Map.of(),
            status,
            status);
    assertThat(
            new Transaction()
                .with(beans.getBean(PermitStore.class).create(facts))
                .with(beans.getBean(Chronology.class).begin(facts.id(), imported))
                .run())
        .isEmpty();
    return facts;
  }

  /** Writes parties with the summary of a permit. Replaces parties that exist. */
  public static void parties(ApplicationContext beans, List<Party> parties, PermitSummary permit) {
    Table table = beans.getBean(PermitStore.class).table;
    Party.items(parties, permit).forEach(item -> assertThat(Table.run(table.put(item))).isTrue());
  }

  /** Returns the permit that the row describes, as the next version of a stored permit. */
  public static PermitFacts next(APermit permit, PermitFacts before) {
    return facts(permit).following(before);
  }

  /** Returns the permit that the row describes, but as a draft. */
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
