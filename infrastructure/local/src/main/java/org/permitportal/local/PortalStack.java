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

/**
 * The whole app on one machine, as template.yaml describes it: emulators, functions and gateway.
 */
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
   * Starts all parts. When one part fails, stops the parts that have started.
   *
   * @throws Fault for a fault that the user of the local run can fix
   */
  public static PortalStack start(Options options) throws Exception {
    // The JDK's HTTP server reads this property once, so it is set before the server's first use.
    // It avoids delays of 40 ms on the loopback interface.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // Initialize SLF4J before the parts start in parallel. Otherwise it warns that it is used
    // during its initialization.
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

  /** Returns the folder with the sample city's topics, which the build has made. */
  public static Path sampleCity(Path root) {
    return root.resolve("infrastructure/definitions/target/sample-city").toAbsolutePath();
  }

  /** Returns the portal's address, without a trailing slash. */
  public String url() {
    return gateway.url();
  }

  /** Returns the app's functions and routes, with intrinsic functions resolved. */
  public App app() {
    return app;
  }

  /** Returns the template with its nested stacks; their values are not resolved yet. */
  public Stack template() {
    return template;
  }

  /**
   * Returns the local values of {@code Ref} and {@code GetAtt}, such as names of tables and buckets
   * and ids of pools.
   */
  public Attributes attributes() {
    return attributes;
  }

  /**
   * Returns the local value of {@code Ref} for a resource.
   *
   * @throws Fault when the template has no such resource
   */
  public String physicalId(String logicalId) {
    return attributes.of(template.resource(logicalId), null);
  }

  /** Returns the clock from the options. */
  public Clock clock() {
    return clock;
  }

  /**
   * Returns the environment variables that every function gets in addition to the template's
   * variables: region, credentials, endpoints and the folder of the city's topics.
   */
  public Map<String, String> endpoints() {
    return functions.endpoints();
  }

  /** Returns all environment variables of a function. */
  public Map<String, String> environmentOf(String function) {
    return functions.environmentOf(function);
  }

  /**
   * Calls a function with any event and returns the function's reply.
   *
   * @param function the function's logical id
   */
  public byte[] invoke(String function, JsonNode event) throws FunctionError {
    return functions.invoke(function, Json.bytes(event));
  }

  /** Registers a listener. It receives every function call when the call has ended. */
  public void onLambdaCall(Consumer<LambdaCall> listener) {
    functions.onCall(listener);
  }

  public Mailbox mailbox() {
    return mailbox;
  }

  /** Returns the events of this run that no retry could deliver. */
  public List<JsonNode> failures() {
    return failures.all();
  }

  /** Returns the running parts and their addresses, as texts for people. */
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

  /**
   * Stops all parts.
   *
   * @throws IllegalStateException when a part could not be stopped
   */
  @Override
  public void close() {
    IllegalStateException faults = new IllegalStateException("not everything stopped");
    closeAll(open, faults);
    if (faults.getSuppressed().length > 0) {
      throw faults;
    }
  }
}
