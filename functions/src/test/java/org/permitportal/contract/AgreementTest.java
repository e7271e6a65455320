package org.permitportal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.ForDraft;
import org.permitportal.http.ForStaff;
import org.permitportal.http.ProblemBody;
import org.permitportal.http.Reply;
import org.permitportal.http.Trigger;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.ProblemCode;
import org.permitportal.platform.StaffPermission;

/** Tests that the contract, the template, the sample events and the code agree. */
class AgreementTest {
  private static final Map<String, Contract.Operation> OPERATIONS = Contract.operations();
  private static final Map<String, Handlers.Function> FUNCTIONS = Handlers.all();

  @Test
  void everyOperationHasItsFunctionAndEveryFunctionWithoutATriggerItsOperation() {
    Set<String> called =
        FUNCTIONS.values().stream()
            .filter(f -> !f.trigger())
            .map(Handlers.Function::operationId)
            .collect(Collectors.toSet());
    assertThat(called).isNotEmpty().isEqualTo(OPERATIONS.keySet());
  }

  @Test
  void aHandlerIsNamedAfterItsOperation() {
    FUNCTIONS
        .values()
        .forEach(
            f ->
                assertThat(f.handler().getSimpleName())
                    .isEqualTo(f.logicalId().replaceAll("Function$", "Handler")));
  }

  @Test
  void everyHandlerClassIsAFunctionOfTheTemplate() {
    Set<String> handlers =
        Written.CLASSES.stream()
            .filter(c -> c.getPackageName().endsWith(".handlers"))
            .filter(c -> c.getSimpleName().endsWith("Handler") && !c.getName().contains("$"))
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
    assertThat(FUNCTIONS.values().stream().map(f -> f.handler().getName()))
        .containsExactlyInAnyOrderElementsOf(handlers);
  }

  @Test
  void everyFunctionHasASampleEventAndEverySampleEventAFunction() throws IOException {
    try (Stream<Path> files = Files.list(Yaml.ROOT.resolve("events"))) {
      assertThat(files.map(f -> f.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(FUNCTIONS.keySet());
    }
  }

  @Test
  void theCallerIsTheSameInContractSecurityAndSuperclass() {
    Map<String, Class<?>> superclasses =
        Map.of(
            "anyone", ForAnyone.class,
            "draft", ForDraft.class,
            "applicant", ForApplicant.class,
            "staff", ForStaff.class);
    Map<String, String> security =
        Map.of(
            "anyone", "[]",
            "draft", "[]",
            "applicant", "[{\"contractors\":[\"aws.cognito.signin.user.admin\"]}]",
            "staff", "[{\"staff\":[\"aws.cognito.signin.user.admin\"]}]");
    OPERATIONS.forEach(
        (id, operation) -> {
          String caller = operation.caller();
          assertThat(superclasses.get(caller)).as(id).isEqualTo(FUNCTIONS.get(id).kind());
          assertThat(operation.node().path("security").toString())
              .as(id)
              .isEqualTo(security.get(caller));
        });
    FUNCTIONS.values().stream()
        .filter(Handlers.Function::trigger)
        .forEach(f -> assertThat(f.kind()).as(f.logicalId()).isEqualTo(Trigger.class));
  }

  @Test
  void rolesAreThoseOfTheContract() throws ReflectiveOperationException {
    for (Contract.Operation operation : OPERATIONS.values()) {
      Set<String> documented = operation.roles();
      if (!Set.of("staff", "applicant").contains(operation.caller())) {
        assertThat(documented).as(operation.id()).isEmpty();
        continue;
      }
      assertThat(documented).as(operation.id()).isNotEmpty().isEqualTo(roles(operation.id()));
    }
  }

  @SuppressWarnings("unchecked")
  private static Set<String> roles(String id) throws ReflectiveOperationException {
    Handlers.Function function = FUNCTIONS.get(id);
    try (ApplicationContext context = function.context()) {
      boolean staff = function.kind().equals(ForStaff.class);
      var asked = function.handler().getDeclaredMethod(staff ? "permission" : "roles");
      asked.setAccessible(true);
      Object found = asked.invoke(function.made(context));
      Set<? extends Enum<?>> roles =
          found instanceof StaffPermission permission ? permission.roles() : (Set<Enum<?>>) found;
      return roles.stream()
          .map(r -> r.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void requestRecordsAreTheContractsParametersAndBodies() {
    List<String> differences = new ArrayList<>();
    OPERATIONS.forEach(
        (id, operation) -> {
          Class<?> record = FUNCTIONS.get(id).typeArgument(0);
          RecordSchema compared = new RecordSchema(true, differences);
          List<RecordComponent> body = new ArrayList<>();
          List<JsonNode> parameters = new ArrayList<>(operation.parameters());
          for (RecordComponent component : record.getRecordComponents()) {
            String in = parameterKind(component);
            if (in == null) {
              body.add(component);
            } else {
              parameter(id, in, component, parameters, compared, differences);
            }
          }
          parameters.stream()
              .filter(p -> !p.path("name").asText().equals("If-None-Match"))
              .filter(
                  p ->
                      !(operation.caller().equals("draft")
                          && p.path("name").asText().equals("draftId")))
              .forEach(p -> differences.add(id + ": no component for parameter " + p.path("name")));
          if (!body.isEmpty() || !operation.body().isMissingNode()) {
            compared.object(id, body, record, operation.body());
          }
        });
    assertThat(differences).isEmpty();
  }

  private static String parameterKind(RecordComponent component) {
    if (Annotations.find(component, PathVariable.class) != null) {
      return "path";
    }
    if (Annotations.find(component, QueryValue.class) != null) {
      return "query";
    }
    if (Annotations.find(component, Header.class) != null) {
      return "header";
    }
    return Annotations.find(component, CookieValue.class) != null ? "cookie" : null;
  }

  private static void parameter(
      String id,
      String in,
      RecordComponent component,
      List<JsonNode> parameters,
      RecordSchema compared,
      List<String> differences) {
    String name =
        in.equals("header")
            ? Annotations.find(component, Header.class).value()
            : in.equals("cookie")
                ? Annotations.find(component, CookieValue.class).value()
                : component.getName();
    if (in.equals("header") && name.equals("Authorization")) {
      // "security" describes this header; a parameter of this name is ignored (OpenAPI 3.0.3,
      // 4.7.12.1).
      return;
    }
    for (JsonNode parameter : List.copyOf(parameters)) {
      if (parameter.path("name").asText().equals(name)
          && parameter.path("in").asText().equals(in)) {
        parameters.remove(parameter);
        boolean required = parameter.path("required").asBoolean();
        boolean nullable =
            component
                .getAnnotatedType()
                .isAnnotationPresent(org.jspecify.annotations.Nullable.class);
        if (required == nullable) {
          differences.add(id + "." + name + ": required is " + required + " in the contract");
        }
        compared.value(
            id + "." + name, component.getAnnotatedType(), component, parameter.path("schema"));
        return;
      }
    }
    differences.add(id + ": no parameter " + in + " " + name + " in the contract");
  }

  @Test
  void answerRecordsAreTheContractsSchemas() {
    List<String> differences = new ArrayList<>();
    OPERATIONS.forEach(
        (id, operation) -> {
          Class<?> record = FUNCTIONS.get(id).typeArgument(1);
          Set<JsonNode> schemas =
              operation.responses().entrySet().stream()
                  .filter(r -> r.getKey().startsWith("2"))
                  .map(r -> r.getValue().at("/content/application~1json/schema"))
                  .filter(s -> !s.isMissingNode())
                  .collect(Collectors.toSet());
          if (record == Void.class) {
            assertThat(schemas).as(id).isEmpty();
          } else if (record != Reply.Json.class) {
            assertThat(schemas).as(id + " has one schema of success").hasSize(1);
            new RecordSchema(false, differences).compare(id, record, schemas.iterator().next());
          }
        });
    new RecordSchema(false, differences)
        .compare("Problem", ProblemBody.class, Contract.root().at("/components/schemas/Problem"));
    assertThat(differences).isEmpty();
  }

  @Test
  void problemCodesAreThoseOfTheEnumsEachInOneOfThem() {
    List<String> codes =
        Written.CLASSES.stream()
            .filter(c -> c.isEnum() && c.isAssignableTo(ProblemCode.class))
            .flatMap(c -> Arrays.stream(c.reflect().getEnumConstants()))
            .map(code -> ((Enum<?>) code).name())
            .toList();
    List<String> documented = new ArrayList<>();
    Contract.root()
        .at("/components/schemas/Problem/properties/code/enum")
        .forEach(c -> documented.add(c.asText()));
    assertThat(documented).containsExactlyInAnyOrderElementsOf(codes).doesNotHaveDuplicates();
  }

  @Test
  void everyRouteCallsItsFunctionsAliasByTheRoleOfItsContext() {
    OPERATIONS.forEach(
        (id, operation) -> {
          JsonNode integration = operation.node().path("x-amazon-apigateway-integration");
          assertThat(integration.at("/uri/Fn::Sub").asText())
              .endsWith(":function:${FunctionPrefix}-" + id + ":live");
          String context = integration.at("/credentials/Fn::GetAtt/0").asText();
          JsonNode template = Handlers.nested().get(context);
          assertThat(template).as(context).isNotNull();
          String function = FUNCTIONS.get(id).logicalId();
          assertThat(template.path("Resources").has(function)).as(id).isTrue();
          assertThat(
                  template
                      .at("/Resources/ApiRole/Properties/Policies/0/PolicyDocument/Statement/0")
                      .path("Resource")
                      .findValuesAsText("Ref"))
              .as(id + " by the role of " + context)
              .contains(function + "Aliaslive");
        });
  }

  @Test
  void aRoleMayCallNothingThatNoRouteCalls() {
    Set<String> aliases = new TreeSet<>();
    Handlers.nested()
        .values()
        .forEach(
            template -> aliases.addAll(template.at("/Resources/ApiRole").findValuesAsText("Ref")));
    assertThat(aliases)
        .isEqualTo(
            OPERATIONS.keySet().stream()
                .map(id -> FUNCTIONS.get(id).logicalId() + "Aliaslive")
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /**
   * A function's name is a prefix of at most 38 characters and the operation's id. So the name is
   * known before the function exists.
   */
  @Test
  void aFunctionIsNamedAfterItsOperation() {
    FUNCTIONS.forEach(
        (id, function) -> {
          assertThat(function.properties().at("/FunctionName/Fn::Sub").asText())
              .isEqualTo("${FunctionPrefix}-" + id);
          assertThat(id.length()).as(id).isLessThanOrEqualTo(25);
        });
  }

  /** SAM does not pass Globals to nested templates. So each nested template has a copy of them. */
  @Test
  void theTemplatesOfTheContextsHaveTheSameGlobals() {
    JsonNode first = Handlers.nested().values().iterator().next().path("Globals");
    assertThat(first.at("/Function/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
    Handlers.nested()
        .forEach(
            (name, template) -> assertThat(template.path("Globals")).as(name).isEqualTo(first));
  }

  @Test
  void theTemplatesOfTheContextsAreGivenTheSameForTheSameName() {
    Map<String, JsonNode> values = new TreeMap<>();
    Handlers.nested()
        .forEach(
            (name, template) -> {
              JsonNode given =
                  Handlers.template().at("/Resources/" + name + "/Properties/Parameters");
              assertThat(names(given)).as(name).isEqualTo(names(template.path("Parameters")));
              given
                  .properties()
                  .forEach(
                      one ->
                          assertThat(one.getValue())
                              .as(name + " " + one.getKey())
                              .isEqualTo(
                                  values.computeIfAbsent(one.getKey(), _ -> one.getValue())));
            });
    assertThat(values).hasSizeGreaterThan(20);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void everyOperationListsTheAnswersOfItsKindOfCaller() {
    OPERATIONS.forEach(
        (id, operation) -> {
          Set<String> statuses = operation.responses().keySet();
          assertThat(statuses).as(id).contains("default");
          if (operation.caller().equals("applicant") || operation.caller().equals("staff")) {
            assertThat(statuses).as(id).contains("401");
          }
          boolean someOnly =
              operation.caller().equals("applicant")
                  && operation.roles().size() < MemberRole.values().length;
          if (operation.caller().equals("staff") || someOnly) {
            assertThat(statuses).as(id).contains("403");
          }
          if (operation.caller().equals("draft")) {
            assertThat(statuses).as(id).contains("404", "410");
          }
        });
  }
}
