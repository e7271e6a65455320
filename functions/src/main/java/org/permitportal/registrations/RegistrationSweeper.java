package org.permitportal.registrations;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.permitportal.accounts.CompanyNames;
import org.permitportal.files.FileLifecycle;
import org.permitportal.platform.IndependentTasks;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Table;
import org.permitportal.users.UserPool;

/**
 * Removes the users, held names and files of expired registrations. It also finishes confirmations
 * that stopped after their transaction. A registration is removed from the index of expiries last.
 * So the next run completes a run that stopped early.
 */
@Singleton
public class RegistrationSweeper {
  /**
   * How many days the sweeper looks back. A registration's items are kept for 30 days after its
   * end.
   */
  private static final int DAYS_BACK = 31;

  /**
   * How long the sweeper waits after a registration's end, because an upload that was requested in
   * its last minutes may still arrive.
   */
  private static final Duration GRACE = Duration.ofHours(1);

  private final RegistrationStore registrations;
  private final CompanyNames names;
  private final UserPool pool;
  private final DraftFiles draftFiles;
  private final FileLifecycle lifecycle;
  private final Clock clock;

  RegistrationSweeper(
      RegistrationStore registrations,
      CompanyNames names,
      UserPool pool,
      DraftFiles draftFiles,
      FileLifecycle lifecycle,
      Clock clock) {
    this.registrations = registrations;
    this.names = names;
    this.pool = pool;
    this.draftFiles = draftFiles;
    this.lifecycle = lifecycle;
    this.clock = clock;
  }

  /**
   * The result of a run.
   *
   * @param swept how many registrations were ended and cleaned up
   * @param finished how many confirmations were finished
   */
  public record Swept(int swept, int finished) {}

  /** Sweeps the registrations that have ended, except those that ended in the last hour. */
  public Swept run() {
    Instant until = clock.instant().minus(GRACE);
    LocalDate today = LocalDate.ofInstant(until, ZoneOffset.UTC);
    List<String> due = new ArrayList<>();
    for (LocalDate day = today.minusDays(DAYS_BACK); !day.isAfter(today); day = day.plusDays(1)) {
      due.addAll(registrations.expired(day, until));
    }
    Map<RegistrationState, Integer> became = new EnumMap<>(RegistrationState.class);
    IndependentTasks.of(due, draftId -> became.merge(one(draftId, until), 1, Integer::sum) > 0);
    return new Swept(
        became.getOrDefault(RegistrationState.SWEPT, 0),
        became.getOrDefault(RegistrationState.CONFIRMED, 0));
  }

  /**
   * Sweeps one registration. Returns its state afterwards, or OPEN when there was nothing to do.
   * The index may be outdated, so this method reads the registration itself.
   */
  private RegistrationState one(String draftId, Instant until) {
    Registration registration;
    try {
      registration = registrations.load(draftId);
    } catch (Problem _) {
      return RegistrationState.OPEN;
    }
    if (registration.settled()) {
      return RegistrationState.OPEN;
    }
    switch (registration.state()) {
      case OPEN -> {
        if (!registration.expired(until) || !registrations.swept(registration)) {
          return RegistrationState.OPEN;
        }
        clean(registration);
      }
      case SWEPT -> clean(registration);
      case CONFIRMED -> pool.enable(registration.userId());
    }
    registrations.settled(draftId);
    return registration.state() == RegistrationState.CONFIRMED
        ? RegistrationState.CONFIRMED
        : RegistrationState.SWEPT;
  }

  private void clean(Registration registration) {
    pool.delete(registration.userId());
    Company company = registration.company();
    if (company != null) {
      Table.run(names.release(company.nameKey(), registration.id()));
    }
    registration.files().forEach(file -> lifecycle.finishRemoval(draftFiles, file));
    draftFiles.files().forget(registration.id());
  }
}
