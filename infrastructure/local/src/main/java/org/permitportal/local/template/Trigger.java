package org.permitportal.local.template;

import com.fasterxml.jackson.databind.JsonNode;

/** What calls a function, other than a route. */
public sealed interface Trigger {
  /** The event's name in the template. */
  String name();

  /** The event's properties, resolved, as in SAM's documentation of its type. */
  JsonNode properties();

  /** The records of a table's stream. */
  record OfStream(String name, JsonNode properties) implements Trigger {}

  /** The bus's events that match {@code Pattern}. */
  record OfRule(String name, JsonNode properties) implements Trigger {}

  /**
   * A schedule.
   *
   * @param scheduler true for {@code ScheduleV2} (EventBridge Scheduler), false for {@code
   *     Schedule}
   */
  record OfSchedule(String name, JsonNode properties, boolean scheduler) implements Trigger {}
}
