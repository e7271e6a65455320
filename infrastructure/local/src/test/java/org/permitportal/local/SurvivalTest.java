package org.permitportal.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.permitportal.local.emulators.AwsJson;

class SurvivalTest {
  @TempDir Path folder;

  private Options options() throws Exception {
    Path root = folder.resolve("root");
    if (!Files.exists(root)) {
      Fixture.copiedTo(Files.createDirectories(root));
    }
    return Options.forTests(root, Clock.systemUTC()).withData(folder.resolve("data"));
  }

  @Test
  void aRestartKeepsItemsMailAndSecretUntilAFreshOne() throws Exception {
    String secret;
    try (PortalStack stack = PortalStack.start(options())) {
      table(stack, "PutItem");
      assertThat(mail(stack, "clerk@city.example").statusCode()).isEqualTo(200);
      assertThat(mail(stack, "no address").statusCode()).isEqualTo(400);
      secret = secret(stack);
      assertThat(secret).matches("[A-Za-z0-9]{64}");
      assertThatThrownBy(() -> PortalStack.start(options()))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("another portal runs on");
    }
    try (PortalStack stack = PortalStack.start(options())) {
      assertThat(table(stack, "GetItem").at("/Item/pk/S").asText()).isEqualTo("one");
      assertThat(secret(stack)).isEqualTo(secret);
      assertThat(stack.mailbox().mailsTo("CLERK@city.example"))
          .singleElement()
          .satisfies(mail -> assertThat(mail.text()).isEqualTo("Code 123456 <b>"))
          .satisfies(mail -> assertThat(mail.html()).isEqualTo("<p>Code"));
      assertThat(page(stack)).contains("Code 123456 &lt;b&gt;").doesNotContain("<p>Code");
    }
    Path storage = options().root().resolve("infrastructure/storage.yaml");
    Files.writeString(storage, Files.readString(storage).replace("byDay", "byOtherDay"));
    assertThatThrownBy(() -> PortalStack.start(options()))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("infrastructure/storage.yaml:4")
        .hasMessageContaining("--fresh");
    try (PortalStack stack = PortalStack.start(options().withFresh())) {
      assertThat(table(stack, "GetItem").has("Item")).isFalse();
      assertThat(stack.mailbox().mails()).isEmpty();
    }
  }

  private static JsonNode table(PortalStack stack, String operation) {
    ObjectNode input = Json.object().put("TableName", "ThingsTable");
    ObjectNode key = input.putObject(operation.equals("PutItem") ? "Item" : "Key");
    key.putObject("pk").put("S", "one");
    key.putObject("sk").put("S", "two");
    URI endpoint = URI.create(stack.endpoints().getOrDefault("AWS_ENDPOINT_URL_DYNAMODB", ""));
    return new AwsJson(endpoint, "dynamodb").call("DynamoDB_20120810." + operation, input);
  }

  private static String secret(PortalStack stack) {
    ObjectNode input = Json.object().put("SecretId", stack.physicalId("Secret"));
    URI endpoint =
        URI.create(stack.endpoints().getOrDefault("AWS_ENDPOINT_URL_SECRETS_MANAGER", ""));
    return new AwsJson(endpoint, "secretsmanager")
        .call("secretsmanager.GetSecretValue", input)
        .path("SecretString")
        .asText();
  }

  private static HttpResponse<String> mail(PortalStack stack, String to) throws Exception {
    ObjectNode input = Json.object().put("FromEmailAddress", "Portal <portal@city.example>");
    input.putObject("Destination").putArray("ToAddresses").add(to);
    ObjectNode simple = input.putObject("Content").putObject("Simple");
    simple.putObject("Subject").put("Data", "Ihr Code, naïve");
    simple.putObject("Body").putObject("Text").put("Data", "Code 123456 <b>");
    simple.withObject("Body").putObject("Html").put("Data", "<p>Code");
    String endpoint = stack.endpoints().getOrDefault("AWS_ENDPOINT_URL_SESV2", "");
    return send(
        HttpRequest.newBuilder(URI.create(endpoint + "/v2/email/outbound-emails"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(input))));
  }

  private static String page(PortalStack stack) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(stack.url() + "/mailbox"))).body();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }
  }

  private Process portal(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Portal.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).directory(options().root().toFile()).start();
  }

  @Test
  void nothingIsLeftWhenThePortalIsKilled() throws Exception {
    Process portal = portal("--port", "0");
    try (BufferedReader lines = portal.inputReader()) {
      String line = lines.readLine();
      while (line != null && !line.startsWith("Ready at")) {
        line = lines.readLine();
      }
      assertThat(line).startsWith("Ready at http://localhost:");
    }
    ProcessHandle child = portal.children().findFirst().orElseThrow();
    assertThat(child.isAlive()).isTrue();
    portal.destroyForcibly();
    child.onExit().get(5, TimeUnit.SECONDS);
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void anExpectedFaultIsOneLineAndExitCodeOne() throws Exception {
    String port = URI.create(Fixture.shared().stack.url()).getPort() + "";
    assertThat(faultOf("--port", port)).contains("port " + port + " is taken");
    assertThat(faultOf("--what")).contains("unknown argument --what");
    Path template = options().root().resolve("template.yaml");
    String good = Files.readString(template);
    Files.writeString(template, good.replace("AWS::SecretsManager::Secret", "AWS::EC2::Instance"));
    assertThat(faultOf("--port", "0"))
        .contains("template.yaml:20: Secret is of type 'AWS::EC2::Instance'");
    Files.writeString(template, good.replace(".EchoHandler", ".NoHandler"));
    assertThat(faultOf("--port", "0")).contains("no class org.permitportal.local.NoHandler");
    Files.writeString(template, good);
    Files.delete(options().root().resolve("infrastructure/local/dynamodb/target/classpath.txt"));
    assertThat(faultOf("--port", "0")).contains("classpath.txt is missing");
  }

  private String faultOf(String... arguments) throws Exception {
    Process portal = portal(arguments);
    List<String> errors = portal.errorReader().lines().filter(l -> !l.startsWith("SLF4J")).toList();
    assertThat(portal.waitFor()).isEqualTo(1);
    assertThat(errors).hasSize(1);
    return errors.getFirst();
  }
}
