package org.permitportal.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.permitportal.local.emulators.AwsServices;
import org.permitportal.local.emulators.DynamoDb;
import org.permitportal.local.emulators.Mailbox;
import org.permitportal.local.emulators.ObjectStore;
import org.permitportal.local.events.EventBus;
import org.permitportal.local.events.Failures;
import org.permitportal.local.events.Scheduler;
import org.permitportal.local.gateway.Gateway;
import org.permitportal.local.lambda.FunctionError;
import org.permitportal.local.lambda.Functions;
import org.permitportal.local.lambda.LambdaCall;
import org.permitportal.local.template.App;
import org.permitportal.local.template.Attributes;
import org.permitportal.local.template.Stack;
import org.slf4j.LoggerFactory;

/** The whole app on this machine: emulators, functions, gateway, as template.yaml says. */
public final class PortalStack implements AutoCloseable {
  private final Deque<AutoCloseable> open;
  private final Gateway gateway;
  private final UserPools pools;
  private final Mailbox mailbox;
  private final DynamoDb dynamoDb;
  private final ObjectStore objects;
  private final AwsServices services;
  private final App app;
  private final Functions functions;
  private final Failures failures;
  private final Attributes attributes;
  private final Stack template;
  private final Clock clock;

  private PortalStack(Starting parts, Functions functions, Failures failures, Clock clock) {
    this.open = parts.open;
    this.gateway = parts.gateway;
    this.pools = parts.pools;
    this.mailbox = parts.mailbox;
    this.dynamoDb = parts.dynamoDb;
    this.objects = parts.objects;
    this.services = parts.services;
    this.app = parts.app;
    this.attributes = parts.attributes;
    this.template = parts.template;
    this.functions = functions;
    this.failures = failures;
    this.clock = clock;
  }

  /**
   * Starts all of it; what had started is stopped again when a part fails.
   *
   * @throws Fault for what the person at the machine can mend
   */
  public static PortalStack start(Options options) throws Exception {
    // Read once by the JDK's server, so before its first use: no 40 ms waits on loopback.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // Before the parts start side by side, or SLF4J complains that they met it half made.
    LoggerFactory.getILoggerFactory();
    Deque<AutoCloseable> open = new ArrayDeque<>();
    try {
      Starting parts = new Starting(options, open);
      Clock clock = options.clock();
      Functions functions = parts.add(new Functions(parts.app, parts.endpoints(), clock));
      Failures failures = new Failures(parts.data.file("failures.jsonl"), clock);
      EventBus bus = parts.add(new EventBus(parts.app, functions, failures, clock));
      parts.bus.set(bus);
      parts.startStreams(functions, failures);
      Scheduler scheduler = parts.add(new Scheduler(parts.app, bus, clock));
      if (options.schedules()) {
        scheduler.start();
      }
      PortalStack stack = new PortalStack(parts, functions, failures, clock);
      Map<String, String> headers =
          PageHeaders.of(parts.template, parts.attributes, parts.objects.endpoint().toString());
      new Pages(stack, options.root(), headers).addTo(parts.gateway);
      parts.gateway.serve(parts.app, functions);
      return stack;
    } catch (Exception e) {
      closeAll(open, e);
      throw e;
    }
  }

  private static void closeAll(Deque<AutoCloseable> open, Exception first) {
    synchronized (open) {
      while (!open.isEmpty()) {
        try {
          open.pop().close();
        } catch (Exception e) {
          first.addSuppressed(e);
        }
      }
    }
  }

  /** What the build has made of the sample city's file, which every local run shows. */
  public static Path sampleCity(Path root) {
    return root.resolve("infrastructure/definitions/target/sample-city.json").toAbsolutePath();
  }

  /** Where the portal is, without a slash at its end. */
  public String url() {
    return gateway.url();
  }

  /** Functions and routes, resolved. */
  public App app() {
    return app;
  }

  /** The template with its nested stacks. */
  public Stack template() {
    return template;
  }

  /** What {@code Ref} and {@code GetAtt} give here: names of tables, buckets, pools. */
  public Attributes attributes() {
    return attributes;
  }

  /** What {@code Ref} of this resource gives here; {@link Fault} when there is no such resource. */
  public String physicalId(String logicalId) {
    return attributes.of(template.resource(logicalId), null);
  }

  /** The clock given in the options. */
  public Clock clock() {
    return clock;
  }

  /** What every function is given beside its own: all an SDK client needs, and the city. */
  public Map<String, String> endpoints() {
    return functions.endpoints();
  }

  /** The environment this function is given. */
  public Map<String, String> environmentOf(String function) {
    return functions.environmentOf(function);
  }

  /** Calls a function by its logical id, with any event. */
  public byte[] invoke(String function, JsonNode event) throws FunctionError {
    return functions.invoke(function, Json.bytes(event));
  }

  /** Every function's call from now on is told here when it has ended. */
  public void onLambdaCall(Consumer<LambdaCall> listener) {
    functions.onCall(listener);
  }

  public Mailbox mailbox() {
    return mailbox;
  }

  /** Events given up in this run. */
  public List<JsonNode> failures() {
    return failures.all();
  }

  /** What runs where, for people. */
  public Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("Portal", url());
    parts.put("Mailbox", url() + "/mailbox (IMAP on port " + mailbox.imapPort() + ")");
    parts.put("DynamoDB", dynamoDb.endpoint() + " (process " + dynamoDb.pid() + ")");
    parts.put("S3", objects.endpoint().toString());
    parts.put("Cognito", pools.endpoint());
    parts.put("SES, Secrets Manager", services.endpoint().toString());
    parts.put("Lambda", app.functions().size() + " functions, in this process");
    return parts;
  }

  /** Stops every part; {@link IllegalStateException} when one would not. */
  @Override
  public void close() {
    IllegalStateException faults = new IllegalStateException("not everything stopped");
    closeAll(open, faults);
    if (faults.getSuppressed().length > 0) {
      throw faults;
    }
  }
}
