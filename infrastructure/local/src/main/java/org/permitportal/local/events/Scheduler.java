package org.permitportal.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.permitportal.local.Json;
import org.permitportal.local.template.App;
import org.permitportal.local.template.Attributes;
import org.permitportal.local.template.Function;
import org.permitportal.local.template.Trigger;

/** Starts functions by the template's schedules. Checks every second which schedules are due. */
public final class Scheduler implements AutoCloseable {
  private static final class Plan {
    final Function function;
    final Trigger.OfSchedule trigger;
    final Schedule schedule;
    Instant last;

    Plan(Function function, Trigger.OfSchedule trigger, Schedule schedule, Instant last) {
      this.function = function;
      this.trigger = trigger;
      this.schedule = schedule;
      this.last = last;
    }
  }

  private final List<Plan> plans = new ArrayList<>();
  private final EventBus bus;
  private final Clock clock;
  private final Thread thread = Thread.ofVirtual().name("schedules").unstarted(this::run);

  /** Reads the template's schedules. {@link #start} runs them. */
  public Scheduler(App app, EventBus bus, Clock clock) {
    this.bus = bus;
    this.clock = clock;
    for (Function function : app.functions()) {
      for (Trigger trigger : function.triggers()) {
        if (trigger instanceof Trigger.OfSchedule schedule) {
          plans.add(plan(function, schedule));
        }
      }
    }
  }

  private Plan plan(Function function, Trigger.OfSchedule trigger) {
    JsonNode properties = trigger.properties();
    String expression =
        properties.path(trigger.scheduler() ? "ScheduleExpression" : "Schedule").asText();
    ZoneId zone = ZoneId.of(properties.path("ScheduleExpressionTimezone").asText("UTC"));
    return new Plan(function, trigger, new Schedule(expression, zone), clock.instant());
  }

  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(1_000);
        tick();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tick() {
    Instant now = clock.instant();
    for (Plan plan : plans) {
      if (plan.schedule.isDue(plan.last, now)) {
        plan.last = now;
        bus.invokeLater(plan.function, event(plan));
      }
    }
  }

  private JsonNode event(Plan plan) {
    JsonNode input = plan.trigger.properties().path("Input");
    if (input.isTextual()) {
      return Json.read(input.textValue());
    }
    String name = plan.function.logicalId() + plan.trigger.name();
    String arn = "arn:aws:%s:" + Attributes.REGION + ":" + Attributes.ACCOUNT + ":%s";
    if (plan.trigger.scheduler()) {
      String schedule = arn.formatted("scheduler", "schedule/default/" + name);
      return bus.envelope("aws.scheduler", "Scheduled Event", schedule).put("detail", "{}");
    }
    ObjectNode event =
        bus.envelope("aws.events", "Scheduled Event", arn.formatted("events", "rule/" + name));
    event.putObject("detail");
    return event;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
