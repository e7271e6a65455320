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
 * The functions' log: JSON lines on standard output, which CloudWatch takes as they are. A line
 * never contains a body, a token, a name or an address.
 */
@Singleton
public class Log {
  private static final int FRAMES = 25;
  private final JsonMapper json;

  public Log(JsonMapper json) {
    this.json = json;
  }

  /** Starts the single line of a request or event. */
  public Line line(String operation, String requestId) {
    return new Line(operation, requestId);
  }

  /** One line of the log, which is written once, at the end. */
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

    /** Records a refusal. */
    public void problem(ProblemCode code) {
      status(code.kind().status());
      fields.put("problem", code.name());
    }

    /** Records a count or one of the portal's ids that helps to follow what happened. */
    public void note(String name, Object value) {
      fields.put(name, value);
    }

    /**
     * Records an unexpected fault with its stack trace. Messages of exceptions are left out,
     * because they may quote what a person typed.
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
