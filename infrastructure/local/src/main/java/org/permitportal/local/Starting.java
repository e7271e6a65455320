package org.permitportal.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.permitportal.definitions.CityFolder;
import org.permitportal.local.emulators.AwsJson;
import org.permitportal.local.emulators.AwsServices;
import org.permitportal.local.emulators.DynamoDb;
import org.permitportal.local.emulators.MailFeedback;
import org.permitportal.local.emulators.Mailbox;
import org.permitportal.local.emulators.ObjectStore;
import org.permitportal.local.emulators.Secrets;
import org.permitportal.local.emulators.Tables;
import org.permitportal.local.events.Checkpoints;
import org.permitportal.local.events.EventBus;
import org.permitportal.local.events.Failures;
import org.permitportal.local.events.StreamSource;
import org.permitportal.local.gateway.Gateway;
import org.permitportal.local.lambda.Functions;
import org.permitportal.local.template.App;
import org.permitportal.local.template.Attributes;
import org.permitportal.local.template.Function;
import org.permitportal.local.template.Resource;
import org.permitportal.local.template.Stack;
import org.permitportal.local.template.Trigger;

/**
 * Starts the emulators in parallel. Then reads the app with the ids and addresses that the
 * emulators have given.
 */
final class Starting {
  private static final String TEMPLATE = "template.yaml";

  /** The template parameter that receives the portal's address. */
  private static final String PORTAL_URL = "PortalUrl";

  final Deque<AutoCloseable> open;
  private final Path city;
  final DataFolder data;
  final Gateway gateway;
  final Stack template;
  final UserPools pools;
  final Attributes attributes;
  final Mailbox mailbox;
  final DynamoDb dynamoDb;
  final ObjectStore objects;
  final AwsServices services;
  final App app;

  /** The event bus; null until the app is ready for events. */
  final AtomicReference<@Nullable EventBus> bus = new AtomicReference<>();

  Starting(Options options, Deque<AutoCloseable> open) throws Exception {
    this.open = open;
    DataFolder folder = DataFolder.open(options.data(), options.fresh());
    this.data = add(folder);
    this.city = city(options, folder.file("city"));
    JsonNode shown = Json.read(Files.readAllBytes(city.resolve("city.json")));
    folder.belongsTo(shown.path("place").asText() + ", " + shown.path("state").asText());
    this.gateway = add(Gateway.bind(options.port(), options.clock()));
    Map<String, String> parameters = new HashMap<>();
    parameters.put(PORTAL_URL, gateway.url());
    parameters.putAll(options.parameters());
    Stack stack = Stack.read(options.root(), TEMPLATE, parameters);
    this.template = stack;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<DynamoDb> process =
          threads.submit(() -> add(DynamoDb.start(options.root(), folder.keptFolder("dynamodb"))));
      UserPools users = add(userPools(stack, folder, options.clock()));
      this.pools = users;
      Attributes names = new Attributes(users::id, users::issuer);
      this.attributes = names;
      Future<ObjectStore> buckets = threads.submit(() -> add(startObjects(stack, names, folder)));
      this.mailbox = add(new Mailbox(folder.file("mailbox.jsonl"), options.clock()));
      Secrets secrets =
          new Secrets(
              stack.resources("AWS::SecretsManager::Secret"), names, folder.file("secrets.json"));
      this.services = add(AwsServices.start(secrets, mailbox, feedback(stack, names)));
      this.app = App.read(options.root(), stack, names);
      this.dynamoDb = done(process);
      new Tables(new AwsJson(dynamoDb.endpoint(), "dynamodb"))
          .create(stack.resources("AWS::DynamoDB::Table"), names);
      this.objects = done(buckets);
    }
  }

  /**
   * Returns the folder with the topics of the city to show. Writes the topics unless it is the
   * sample city.
   */
  private static Path city(Options options, Path topics) throws IOException {
    Path folder = options.city();
    if (folder == null) {
      return PortalStack.sampleCity(options.root());
    }
    List<String> mistakes =
        CityFolder.write(options.root().resolve("infrastructure"), folder, topics);
    if (!mistakes.isEmpty()) {
      throw new Fault(String.join("\n", mistakes));
    }
    return topics.toAbsolutePath();
  }

  <T extends AutoCloseable> T add(T part) {
    synchronized (open) {
      open.push(part);
    }
    return part;
  }

  /**
   * Starts the user pools, if possible on the port of the last run. The tokens of the last run
   * contain its address as their issuer, so they stay valid.
   */
  private static UserPools userPools(Stack stack, DataFolder folder, Clock clock)
      throws IOException {
    Path users = folder.file("cognito");
    Path kept = folder.file("cognito-port");
    if (Files.exists(kept)) {
      try {
        return UserPools.start(stack, users, clock, Integer.parseInt(Files.readString(kept)));
      } catch (BindException e) {
        System.err.println("Cognito's last port is taken: sessions of the last run have ended");
      }
    }
    UserPools pools = UserPools.start(stack, users, clock, 0);
    Files.writeString(kept, String.valueOf(URI.create(pools.endpoint()).getPort()));
    return pools;
  }

  private static <T> T done(Future<T> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private ObjectStore startObjects(Stack stack, Attributes names, DataFolder folder)
      throws Exception {
    List<Resource> buckets = stack.resources("AWS::S3::Bucket");
    return ObjectStore.start(
        buckets,
        names,
        folder.keptFolder("s3"),
        (bucket, detail) -> happened("aws.s3", "Object Created", "arn:aws:s3:::" + bucket, detail));
  }

  private MailFeedback feedback(Stack stack, Attributes names) {
    return new MailFeedback(
        stack.resources("AWS::SES::ConfigurationSet"),
        stack.resources("AWS::SES::ConfigurationSetEventDestination"),
        names,
        (type, resource, detail) -> happened("aws.ses", type, resource, detail));
  }

  private void happened(String source, String detailType, String resource, JsonNode detail) {
    EventBus ready = bus.get();
    if (ready != null) {
      ready.put(source, detailType, resource, detail);
    }
  }

  /**
   * Returns the environment variables that every function gets in addition to the template's
   * variables: region, credentials, endpoints and the folder of the city's topics.
   */
  Map<String, String> endpoints() {
    Map<String, String> endpoints = new TreeMap<>();
    endpoints.put("AWS_REGION", Attributes.REGION);
    endpoints.put("AWS_ACCESS_KEY_ID", AwsJson.ACCESS_KEY);
    endpoints.put("AWS_SECRET_ACCESS_KEY", AwsJson.SECRET_KEY);
    endpoints.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().toString());
    endpoints.put("AWS_ENDPOINT_URL_S3", objects.endpoint().toString());
    endpoints.put("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", pools.endpoint());
    endpoints.put("AWS_ENDPOINT_URL_SESV2", services.endpoint().toString());
    endpoints.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", services.endpoint().toString());
    // The sample city or another city; it can differ from the deployed city.
    endpoints.put("CITY_FOLDER", city.toString());
    return endpoints;
  }

  void startStreams(Functions functions, Failures failures) throws Exception {
    Checkpoints checkpoints = new Checkpoints(data.file("streams.json"));
    AwsJson client = new AwsJson(dynamoDb.endpoint(), "dynamodb");
    for (Function function : app.functions()) {
      for (Trigger trigger : function.triggers()) {
        if (trigger instanceof Trigger.OfStream stream) {
          // arn:aws:dynamodb:region:account:table/Name/stream/latest
          String table = stream.properties().path("Stream").asText().split("/", -1)[1];
          add(new StreamSource(
                  client, table, function, stream.properties(), functions, failures, checkpoints))
              .start();
        }
      }
    }
  }
}
