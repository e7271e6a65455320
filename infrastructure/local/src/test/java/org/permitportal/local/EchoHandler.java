package org.permitportal.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;

/**
 * Answers with the event that it received. For some events it fails, sends a reply that is too
 * long, or answers too late.
 */
public final class EchoHandler implements RequestStreamHandler {
  private final ApplicationContext context;

  public EchoHandler(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context invocation)
      throws IOException {
    JsonNode event = Json.read(input.readAllBytes());
    ObjectNode reply = Json.object();
    for (JsonNode record : event.path("Records")) {
      if (record.at("/dynamodb/NewImage/kind/S").asText().equals("TOLD BAD")) {
        reply
            .putArray("batchItemFailures")
            .addObject()
            .set("itemIdentifier", record.at("/dynamodb/SequenceNumber"));
      }
    }
    switch (event.path("pathParameters").path("thingId").asText()) {
      case "throw" -> throw new IllegalStateException("asked to");
      case "long" -> reply.put("statusCode", 200).put("body", "x".repeat(6 * 1024 * 1024));
      case "slow" -> sleep();
      default -> {
        reply.put("statusCode", 201);
        reply.putObject("headers").put("X-Table", table()).put("X-Now", now());
        reply.putArray("cookies").add("a=1; Secure").add("b=2");
        reply.put("body", event.toString());
      }
    }
    output.write(Json.bytes(reply));
  }

  private String table() {
    return context.getProperty("things.table", String.class).orElse("none");
  }

  private String now() {
    return context.getBean(Clock.class).instant().toString();
  }

  private static void sleep() {
    try {
      Thread.sleep(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
