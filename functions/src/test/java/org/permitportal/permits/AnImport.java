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
  /** Who imports. */
  public static final StaffMember CLERK =
      new StaffMember(new Origin("203.0.113.9", "en"), "sam.clerk", Set.of(StaffRole.CLERK));

  private AnImport() {}

  /** The row as the import takes it. */
  static List<BldsRow> of(APermit permit) {
    return List.of(ABldsRow.of(permit.cells()));
  }

  /** The permit that the row is. */
  public static PermitFacts facts(APermit permit) {
    return ABldsRow.permit(permit.cells());
  }

  /** The permit that the row is, stored with its first event. */
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

  /** Writes parties with the summary of a permit, whatever is there. */
  public static void parties(ApplicationContext beans, List<Party> parties, PermitSummary permit) {
    Table table = beans.getBean(PermitStore.class).table;
    Party.items(parties, permit).forEach(item -> assertThat(Table.run(table.put(item))).isTrue());
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
