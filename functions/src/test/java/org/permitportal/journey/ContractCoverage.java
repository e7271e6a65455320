package org.permitportal.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.permitportal.contract.Contract;
import org.permitportal.evidence.Evidence;

/** Checks every answer in the journeys against the contract. Records which answers occurred. */
final class ContractCoverage {
  private static final String DOCUMENT = "https://contract.example/openapi.json";

  /**
   * The statuses of API Gateway's own answers and of faults. The contract documents these statuses
   * only as {@code default}.
   */
  private static final Set<Integer> BY_DEFAULT = Set.of(401, 403, 413, 429, 500, 503);

  private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V4,
          builder ->
              builder
                  .metaSchema(OpenApi30.getInstance())
                  .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
                  .schemaLoaders(
                      loaders -> loaders.schemas(Map.of(DOCUMENT, Contract.root().toString()))));

  private ContractCoverage() {}

  static void record(Contract.Operation operation, ApiCall.Answer answer) {
    String status = Integer.toString(answer.status());
    String documented =
        operation.responses().containsKey(status)
            ? status
            : BY_DEFAULT.contains(answer.status()) ? "default" : null;
    if (documented == null) {
      throw new AssertionError(
          operation.id() + " answered " + status + ", which the contract doesn't list");
    }
    Evidence.ANSWERS.add(operation.id() + " " + documented);
    JsonNode content = operation.responses().get(documented).path("content");
    if (answer.status() == 304 || content.isMissingNode()) {
      if (!answer.body().isMissingNode()) {
        throw new AssertionError(operation.id() + " " + status + " has a body: " + answer.body());
      }
      return;
    }
    String type = answer.headers().firstValue("content-type").orElse("none").split(";", 2)[0];
    if (!content.has(type)) {
      throw new AssertionError(operation.id() + " " + status + " came as " + type);
    }
    Set<ValidationMessage> wrong =
        schema(content.path(type).path("schema"), operation, documented, type)
            .validate(answer.body());
    if (!wrong.isEmpty()) {
      throw new AssertionError(operation.id() + " " + status + ": " + wrong);
    }
  }

  private static JsonSchema schema(
      JsonNode schema, Contract.Operation operation, String status, String type) {
    String pointer =
        schema.has("$ref")
            ? schema.path("$ref").asText()
            : "#/paths/%s/%s/responses/%s/content/%s/schema"
                .formatted(
                    escaped(operation.path()),
                    operation.method().toLowerCase(java.util.Locale.ROOT),
                    status,
                    escaped(type));
    return SCHEMAS.computeIfAbsent(
        pointer,
        p ->
            FACTORY.getSchema(
                SchemaLocation.of(DOCUMENT + p),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build()));
  }

  private static String escaped(String text) {
    return text.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
  }

  /** Returns the documented pairs of operation and status that no journey has seen. */
  static Set<String> missing() {
    Set<String> wanted = new TreeSet<>();
    Contract.operations()
        .values()
        .forEach(
            operation ->
                operation.responses().keySet().stream()
                    .filter(status -> !status.equals("default"))
                    .forEach(status -> wanted.add(operation.id() + " " + status)));
    wanted.removeAll(Evidence.ANSWERS.all());
    return wanted;
  }
}
