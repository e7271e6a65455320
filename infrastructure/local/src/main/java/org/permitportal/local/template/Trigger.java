package org.permitportal.local.template;

import com.fasterxml.jackson.databind.JsonNode;

/** An event source that calls a function: a stream, a rule or a schedule. */
public sealed interface Trigger {
  /** Returns the event's name in the template. */
  String name();

  /**
   * Returns the event's resolved properties. SAM's documentation of the event's type describes
   * them.
   */
  JsonNode properties();

  /** A table's stream, whose records call the function. */
  record OfStream(String name, JsonNode properties) implements Trigger {}

  /** A rule of the event bus. Events that match its {@code Pattern} call the function. */
  record OfRule(String name, JsonNode properties) implements Trigger {}

  /**
   * A schedule. The function is called at its times.
   *
   * @param scheduler true for {@code ScheduleV2} (EventBridge Scheduler), false for {@code
   *     Schedule}
   */
  record OfSchedule(String name, JsonNode properties, boolean scheduler) implements Trigger {}
}
