package org.permitportal.members.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.Trigger;
import org.permitportal.members.MemberSweeper;
import org.permitportal.platform.Log;

/**
 * Runs every hour: finishes acceptances of invitations, removals of members and closings of
 * accounts that stopped early, and carries out claims of the company's name that take effect.
 */
public final class SweepMembersHandler extends Trigger<SweepMembersHandler.Tick, Void> {
  @Inject MemberSweeper sweep;

  public SweepMembersHandler() {}

  public SweepMembersHandler(ApplicationContext context) {
    super(context);
  }

  /** The schedule's event; its content is ignored. */
  @Serdeable
  record Tick() {}

  @Override
  protected @Nullable Void on(Tick tick, Log.Line line) {
    line.note("finished", sweep.run());
    return null;
  }
}
