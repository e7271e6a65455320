package org.permitportal.local;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.permitportal.local.emulators.AwsJson;
import org.permitportal.local.template.Route;
import org.permitportal.local.template.YamlFile;

/**
 * Runs the steps of a file, in order. Each step has one of these members:
 *
 * <ul>
 *   <li>{@code operation} is the id of an operation to call, with {@code path}, {@code query},
 *       {@code headers} and {@code body}. With {@code csv: {file, field, rows}} the body holds the
 *       rows of a CSV file instead, at most {@code rows} of them in each request. {@code expect} is
 *       the status to expect. {@code save: {name: JSON pointer}} saves values of the answer. {@code
 *       until: {JSON pointer: text}} repeats the call until the answer has these texts, for a
 *       minute at most.
 *   <li>{@code upload: {url, headers, file}} sends a PUT request with a file.
 *   <li>{@code mailCode: address} finds the code in the newest mail with a code to an address.
 *       {@code totp: secret} computes a one-time code. {@code as: name} saves the code.
 *   <li>{@code cognito: {Operation: input}} calls Cognito, as a city's administrator would with the
 *       AWS CLI.
 *   <li>{@code print: line} gives a line that is printed at every start.
 * </ul>
 *
 * Any step may have {@code say}, a line that is printed when the step begins. {@code ${name}} is
 * replaced by a saved value and {@code ${portal}} by the portal's address. {@code
 * ${Ref:LogicalId}}, {@code ${size:file}} and {@code ${sha256:file}} (base64) are replaced too.
 * Paths of files are relative to the folder of the steps' file.
 */
final class SampleSteps {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");
  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, JsonNode> saved = new HashMap<>();
  private final List<String> printed = new ArrayList<>();
  private final YamlFile file;
  private final SampleFiles files;
  private final PortalStack stack;
  private final Consumer<String> progress;

  SampleSteps(Path root, String name, PortalStack stack, Consumer<String> progress) {
    this.file = YamlFile.read(root, name);
    this.files = new SampleFiles(root.resolve(name).resolveSibling(""));
    this.stack = stack;
    this.progress = progress;
    saved.put("portal", TextNode.valueOf(stack.url()));
  }

  /**
   * Runs the steps.
   *
   * @return the lines of the {@code print} steps
   * @throws Fault when a step fails; it names the step's line
   */
  List<String> run() {
    for (JsonNode step : file.tree().path("steps")) {
      try {
        if (step.has("say")) {
          progress.accept(filled(step.path("say")).asText());
        }
        run(step);
      } catch (Fault e) {
        throw file.fault(step, "this step of the sample data failed: " + e.getMessage());
      } catch (IOException | IllegalArgumentException e) {
        throw file.fault(step, "this step of the sample data failed: " + e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Fault("interrupted", e);
      }
    }
    return List.copyOf(printed);
  }

  private void run(JsonNode step) throws IOException, InterruptedException {
    if (step.has("operation")) {
      operation(step);
    } else if (step.has("upload")) {
      upload(filled(step.path("upload")));
    } else if (step.has("mailCode")) {
      save(step, mailCode(filled(step.path("mailCode")).asText()));
    } else if (step.has("totp")) {
      save(step, SampleFiles.totp(filled(step.path("totp")).asText(), stack.clock().instant()));
    } else if (step.has("cognito")) {
      Map.Entry<String, JsonNode> call = step.path("cognito").properties().iterator().next();
      URI endpoint =
          URI.create(
              stack.endpoints().getOrDefault("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", ""));
      new AwsJson(endpoint, "cognito-idp")
          .call("AWSCognitoIdentityProviderService." + call.getKey(), filled(call.getValue()));
    } else if (step.has("print")) {
      printed.add(filled(step.path("print")).asText());
    } else {
      throw new Fault("it is none of operation, upload, mailCode, totp, cognito, print");
    }
  }

  private void save(JsonNode step, String value) {
    saved.put(step.path("as").asText(), TextNode.valueOf(value));
  }

  private void operation(JsonNode step) throws IOException, InterruptedException {
    if (!step.has("csv")) {
      send(step, step.has("body") ? filled(step.path("body")) : null);
      return;
    }
    ArrayNode rows = files.csv(step.path("csv").path("file").asText());
    int size = step.path("csv").path("rows").asInt(200);
    for (int from = 0; from < rows.size(); from += size) {
      ObjectNode body = Json.object();
      ArrayNode part = body.putArray(step.path("csv").path("field").asText("rows"));
      for (int i = from; i < Math.min(rows.size(), from + size); i++) {
        part.add(rows.path(i));
      }
      send(step, body);
      progress.accept("  " + Math.min(rows.size(), from + size) + " of " + rows.size());
    }
  }

  private void send(JsonNode step, @org.jspecify.annotations.Nullable JsonNode body)
      throws IOException, InterruptedException {
    HttpRequest request = request(step, body);
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() == 503 && System.nanoTime() < until) {
        // A 503 can happen on a slow machine. Every operation may be repeated after a 503.
        Thread.sleep(
            Duration.ofSeconds(response.headers().firstValueAsLong("Retry-After").orElse(1)));
        continue;
      }
      if (response.statusCode() != step.path("expect").asInt(200)) {
        throw new Fault("it answers " + response.statusCode() + " " + response.body());
      }
      JsonNode reply = response.body().isBlank() ? Json.object() : Json.read(response.body());
      if (holds(filled(step.path("until")), reply)) {
        step.path("save")
            .properties()
            .forEach(e -> saved.put(e.getKey(), found(reply, e.getValue().asText())));
        return;
      }
      if (System.nanoTime() > until) {
        throw new Fault("it still answers " + response.body());
      }
      Thread.sleep(100);
    }
  }

  private static JsonNode found(JsonNode reply, String pointer) {
    JsonNode value = reply.at(JsonPointer.compile(pointer));
    if (value.isMissingNode()) {
      throw new Fault("its answer has no " + pointer + ": " + reply);
    }
    return value;
  }

  private static boolean holds(JsonNode wanted, JsonNode reply) {
    return wanted.properties().stream()
        .allMatch(e -> reply.at(e.getKey()).asText().equals(e.getValue().asText()));
  }

  private HttpRequest request(JsonNode step, @org.jspecify.annotations.Nullable JsonNode body) {
    String operation = step.path("operation").asText();
    Route route =
        stack.app().routes().stream()
            .filter(known -> known.operationId().equals(operation))
            .findFirst()
            .orElseThrow(() -> new Fault("there is no operation " + operation));
    String path = route.path();
    for (Map.Entry<String, JsonNode> entry : filled(step.path("path")).properties()) {
      path = path.replace("{" + entry.getKey() + "}", encoded(entry.getValue().asText()));
    }
    List<String> query = new ArrayList<>();
    filled(step.path("query"))
        .properties()
        .forEach(e -> query.add(encoded(e.getKey()) + "=" + encoded(e.getValue().asText())));
    String uri = stack.url() + path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(uri));
    filled(step.path("headers"))
        .properties()
        .forEach(e -> builder.header(e.getKey(), e.getValue().asText()));
    if (body == null) {
      return builder.method(route.method(), HttpRequest.BodyPublishers.noBody()).build();
    }
    return builder
        .header("Content-Type", "application/json")
        .method(route.method(), HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
        .build();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void upload(JsonNode upload) throws IOException, InterruptedException {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(upload.path("url").asText()));
    upload
        .path("headers")
        .properties()
        .forEach(e -> builder.header(e.getKey(), e.getValue().asText()));
    Path content = files.path(upload.path("file").asText());
    HttpResponse<String> response =
        client.send(
            builder.PUT(HttpRequest.BodyPublishers.ofFile(content)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new Fault("the upload answers " + response.statusCode() + " " + response.body());
    }
  }

  private String mailCode(String address) {
    return stack.mailbox().mailsTo(address).stream()
        .map(mail -> CODE.matcher(mail.text()))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst()
        .orElseThrow(() -> new Fault("no mail with a code has come to " + address));
  }

  /**
   * Returns the tree with every variable replaced. If a text consists of one variable only, the
   * variable's saved JSON value replaces the text.
   */
  private JsonNode filled(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode result = Json.object();
      object.properties().forEach(e -> result.set(e.getKey(), filled(e.getValue())));
      return result;
    }
    if (node instanceof ArrayNode list) {
      ArrayNode result = Json.array();
      list.forEach(item -> result.add(filled(item)));
      return result;
    }
    if (!node.isTextual()) {
      return node;
    }
    Matcher matcher = VARIABLE.matcher(node.textValue());
    if (matcher.matches()) {
      return variable(matcher.group(1));
    }
    return TextNode.valueOf(
        matcher.replaceAll(m -> Matcher.quoteReplacement(variable(m.group(1)).asText())));
  }

  private JsonNode variable(String name) {
    String[] parts = name.split(":", 2);
    if (parts.length == 2) {
      return switch (parts[0]) {
        case "Ref" -> TextNode.valueOf(stack.physicalId(parts[1]));
        case "size" -> files.size(parts[1]);
        case "sha256" -> files.sha256(parts[1]);
        default -> throw new Fault("${" + name + "} is unknown");
      };
    }
    JsonNode value = saved.get(name);
    if (value == null) {
      throw new Fault("nothing was saved as " + name);
    }
    return value;
  }
}
