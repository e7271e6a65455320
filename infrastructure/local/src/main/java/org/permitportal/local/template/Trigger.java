package org.permitportal.local.template;

import com.fasterxml.jackson.databind.JsonNode;

/** What starts a function besides a request. */
public sealed interface Trigger {
  /** The event's name in the template. */
  String name();

  /** The event's properties, resolved, as in SAM's documentation of its type. */
  JsonNode properties();

  /** Records of a table's stream. */
  record OfStream(String name, JsonNode properties) implements Trigger {}

  /** Events that match {@code Pattern}. */
  record OfRule(String name, JsonNode properties) implements Trigger {}

  /** {@code ScheduleV2} (EventBridge Scheduler) when {@code scheduler}, else {@code Schedule}. */
  record OfSchedule(String name, JsonNode properties, boolean scheduler) implements Trigger {}
}
