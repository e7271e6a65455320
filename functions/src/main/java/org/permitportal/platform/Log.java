package org.permitportal.platform;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Writes the functions' log to standard output, from where it goes to CloudWatch. Each line is one
 * JSON object. A line never contains a request's body, a token, a name or an address.
 */
@Singleton
public class Log {
  private static final int FRAMES = 25;
  private final JsonMapper json;

  public Log(JsonMapper json) {
    this.json = json;
  }

  /** Starts the line for a request or an event. Each has one line. */
  public Line line(String operation, String requestId) {
    return new Line(operation, requestId);
  }

  /** One line of the log. It collects fields and is written once, at the end of the request. */
  public final class Line {
    private final long began = System.nanoTime();
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Line(String operation, String requestId) {
      fields.put("level", "INFO");
      fields.put("operation", operation);
      fields.put("requestId", requestId);
    }

    /** Records the kind of caller. */
    public void caller(String kind) {
      fields.put("caller", kind);
    }

    /** Records the answer's HTTP status. */
    public void status(int status) {
      fields.put("status", status);
    }

    /** Records a refusal: its HTTP status and its code. */
    public void problem(ProblemCode code) {
      status(code.kind().status());
      fields.put("problem", code.name());
    }

    /** Records another field: a count, or one of the portal's ids. */
    public void note(String name, Object value) {
      fields.put(name, value);
    }

    /**
     * Records an unexpected fault with its stack trace. Leaves out the messages of exceptions,
     * because they may contain a person's input.
     */
    public void fault(Throwable fault) {
      fields.put("level", "ERROR");
      status(500);
      fields.put("error", fault.getClass().getName());
      if (fault instanceof AwsServiceException aws) {
        fields.put("awsError", aws.awsErrorDetails().errorCode());
        fields.put("awsRequestId", aws.requestId());
      }
      fields.put("trace", trace(fault));
    }

    /** Writes the line. */
    @SuppressWarnings("SystemOut") // CloudWatch reads standard output.
    public void write() {
      fields.put("ms", (System.nanoTime() - began) / 1_000_000);
      try {
        System.out.println(new String(json.writeValueAsBytes(fields), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String trace(Throwable fault) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      text.append(cause.getClass().getName()).append('\n');
      Arrays.stream(cause.getStackTrace())
          .limit(FRAMES)
          .forEach(frame -> text.append("  at ").append(frame).append('\n'));
    }
    return text.toString();
  }
}
