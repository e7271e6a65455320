package org.permitportal.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.permitportal.local.Json;
import org.permitportal.local.lambda.FunctionError;
import org.permitportal.local.lambda.Functions;
import org.permitportal.local.template.App;
import org.permitportal.local.template.Attributes;
import org.permitportal.local.template.Function;
import org.permitportal.local.template.Trigger;

/**
 * Emulates EventBridge's default bus with the template's rules. Rules call functions by Lambda's
 * asynchronous invocation, which is emulated too. It retries as often as Lambda does, but after
 * seconds instead of minutes.
 */
public final class EventBus implements AutoCloseable {
  private record Rule(EventPattern pattern, Function function) {}

  private final List<Rule> rules = new ArrayList<>();
  private final Functions functions;
  private final Failures failures;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public EventBus(App app, Functions functions, Failures failures, Clock clock) {
    this.functions = functions;
    this.failures = failures;
    this.clock = clock;
    for (Function function : app.functions()) {
      for (Trigger trigger : function.triggers()) {
        if (trigger instanceof Trigger.OfRule rule) {
          rules.add(new Rule(new EventPattern(rule.properties().path("Pattern")), function));
        }
      }
    }
  }

  /** Puts an event on the bus, with the fields that EventBridge adds. */
  public void put(String source, String detailType, String resource, JsonNode detail) {
    ObjectNode event = envelope(source, detailType, resource);
    event.set("detail", detail);
    for (Rule rule : rules) {
      if (rule.pattern.matches(event)) {
        invokeLater(rule.function, event);
      }
    }
  }

  ObjectNode envelope(String source, String detailType, String resource) {
    ObjectNode event = Json.object().put("version", "0");
    event.put("id", UUID.randomUUID().toString()).put("detail-type", detailType);
    event.put("source", source).put("account", Attributes.ACCOUNT);
    event.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", Attributes.REGION).putArray("resources").add(resource);
    return event;
  }

  /** Invokes a function asynchronously, with Lambda's retries. */
  void invokeLater(Function function, JsonNode event) {
    JsonNode configuration = function.properties().path("EventInvokeConfig");
    int retries = configuration.path("MaximumRetryAttempts").asInt(2);
    threads.execute(() -> invoke(function.logicalId(), event, retries));
  }

  private void invoke(String function, JsonNode event, int retries) {
    for (int attempt = 0; ; attempt++) {
      try {
        functions.invoke(function, Json.bytes(event));
        return;
      } catch (FunctionError e) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        if (attempt == retries) {
          failures.add(function, event, "RetriesExhausted");
          return;
        }
        if (!slept(attempt + 1)) {
          return;
        }
      }
    }
  }

  private static boolean slept(int seconds) {
    try {
      Thread.sleep(seconds * 1000L);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
