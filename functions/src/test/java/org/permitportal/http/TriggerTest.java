package org.permitportal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.permitportal.platform.Log;
import org.permitportal.platform.TheCity;

/** Tests the log lines of a trigger. */
@Isolated("reads all that is printed meanwhile")
class TriggerTest {
  private ApplicationContext context;
  private CountHandler count;

  /**
   * A trigger that records a fault for each negative part. It fails when the event has no parts.
   */
  public static final class CountHandler extends Trigger<CountHandler.Event, Void> {
    public CountHandler(ApplicationContext context) {
      super(context);
    }

    @Serdeable
    record Event(List<Integer> parts) {}

    @Override
    protected @Nullable Void on(Event event, Log.Line line) {
      if (event.parts().isEmpty()) {
        throw new IllegalStateException("Nothing there");
      }
      event.parts().stream()
          .filter(part -> part < 0)
          .forEach(_ -> line.fault(new IllegalStateException("One of them")));
      line.note("parts", event.parts().size());
      return null;
    }
  }

  @BeforeEach
  void start() {
    context = TheCity.beans();
    count = new CountHandler(context);
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void aGoodRunIsA200() throws Exception {
    JsonNode line = logged(() -> run("{\"parts\": [1, 2]}"));
    assertThat(line.path("level").asText()).isEqualTo("INFO");
    assertThat(line.path("status").asInt()).isEqualTo(200);
    assertThat(line.path("parts").asInt()).isEqualTo(2);
  }

  @Test
  void aFaultOfOnePartStaysInTheLine() throws Exception {
    JsonNode line = logged(() -> run("{\"parts\": [1, -2]}"));
    assertThat(line.path("level").asText()).isEqualTo("ERROR");
    assertThat(line.path("status").asInt()).isEqualTo(500);
    assertThat(line.path("parts").asInt()).isEqualTo(2);
  }

  @Test
  void aFaultOfTheRunIsA500() throws Exception {
    JsonNode line =
        logged(
            () ->
                assertThatThrownBy(() -> run("{\"parts\": []}"))
                    .isInstanceOf(IllegalStateException.class));
    assertThat(line.path("level").asText()).isEqualTo("ERROR");
    assertThat(line.path("status").asInt()).isEqualTo(500);
  }

  private interface Run {
    void run() throws Exception;
  }

  private void run(String event) throws Exception {
    count.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
        new ByteArrayOutputStream(),
        new NoContext());
  }

  private static JsonNode logged(Run run) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      run.run();
    } finally {
      System.setOut(before);
    }
    String line =
        printed
            .toString(StandardCharsets.UTF_8)
            .lines()
            .filter(l -> l.contains("\"operation\":\"count\""))
            .findFirst()
            .orElseThrow();
    return new ObjectMapper().readTree(line);
  }
}
