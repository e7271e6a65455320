package org.permitportal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.permitportal.contract.Yaml;
import org.permitportal.local.template.App;
import org.permitportal.local.template.Attributes;
import org.permitportal.local.template.Function;
import org.permitportal.local.template.Stack;

/** Tests the comparison of permissions and uses. */
class GrantTest {
  private static final String TABLE = "arn:aws:dynamodb:us-east-1:000000000000:table/Permits";
  private static final AwsUse READ = new AwsUse("OpenFunction", "dynamodb:GetItem", TABLE);
  private static final AwsUse DRAFT =
      new AwsUse("SignFunction", "s3:PutObject", "arn:aws:s3:::documents/draft/1/2");

  @Test
  void aGrantIsForOneFunctionOneActionAndOneResource() {
    assertThat(List.of(new Grant("OpenFunction", "dynamodb:GetItem", TABLE)))
        .allMatch(grant -> grant.allows(READ));
    assertThat(
            List.of(
                new Grant("OtherFunction", "dynamodb:GetItem", TABLE),
                new Grant("OpenFunction", "dynamodb:Query", TABLE),
                new Grant("OpenFunction", "dynamodb:GetItem", TABLE + "/index/byParty"),
                new Grant("OpenFunction", "dynamodb:GetItem", TABLE.replace("Permits", "Permit"))))
        .noneMatch(grant -> grant.allows(READ));
  }

  @Test
  void aStarStandsForAnythingAndADotForItself() {
    assertThat(new Grant("SignFunction", "s3:PutObject", "arn:aws:s3:::documents/draft/*"))
        .matches(grant -> grant.allows(DRAFT));
    assertThat(new Grant("SignFunction", "s3:PutObject", "arn:aws:s3:::documents/permit/*"))
        .matches(grant -> !grant.allows(DRAFT));
    assertThat(new Grant("SignFunction", "s3:PutObject", "arn:aws:s3:::document./draft/*"))
        .matches(grant -> !grant.allows(DRAFT));
  }

  @Test
  void aMissingAndAnUnusedGrantAreEachNamed() {
    Grant unused = new Grant("OpenFunction", "dynamodb:Query", TABLE);
    assertThat(Grant.missing(List.of(unused), List.of(READ)))
        .containsExactly("OpenFunction may not dynamodb:GetItem on " + TABLE);
    assertThat(Grant.unused(List.of(unused), List.of(READ)))
        .containsExactly("OpenFunction never does dynamodb:Query on " + TABLE);
    Grant fits = new Grant("OpenFunction", "dynamodb:GetItem", TABLE);
    assertThat(Grant.missing(List.of(fits), List.of(READ))).isEmpty();
    assertThat(Grant.unused(List.of(fits), List.of(READ))).isEmpty();
  }

  @Test
  void whatAManagedPolicyGrantsIsGrantedToEachFunctionThatAttachesIt() {
    String arn = "arn:aws:iam::000000000000:policy/ReadPermits";
    Map<String, JsonNode> managed = Map.of(arn, statement("dynamodb:GetItem"));
    List<Grant> grants =
        Stream.of(
                aFunction("OpenFunction", TextNode.valueOf(arn), statement("dynamodb:PutItem")),
                aFunction("ListFunction", TextNode.valueOf(arn)))
            .flatMap(function -> Grant.of(function, managed).stream())
            .toList();
    assertThat(grants)
        .containsExactly(
            new Grant("OpenFunction", "dynamodb:GetItem", TABLE),
            new Grant("OpenFunction", "dynamodb:PutItem", TABLE),
            new Grant("ListFunction", "dynamodb:GetItem", TABLE));
    assertThat(Grant.unused(grants, List.of(READ)))
        .as("a managed policy must fit each function that attaches it")
        .containsExactly(
            "ListFunction never does dynamodb:GetItem on " + TABLE,
            "OpenFunction never does dynamodb:PutItem on " + TABLE);
  }

  @Test
  void aPolicyThatNoTemplateHasIsRefused() {
    Function function = aFunction("OpenFunction", TextNode.valueOf("AmazonS3FullAccess"));
    assertThatThrownBy(() -> Grant.of(function, Map.of()))
        .isInstanceOf(AssertionError.class)
        .hasMessage("OpenFunction has a policy without statements: \"AmazonS3FullAccess\"");
  }

  @Test
  void aFunctionOfTheTemplateHasWhatItAttaches() {
    Attributes attributes = Attributes.ofTemplate();
    Stack template =
        Stack.read(Yaml.ROOT, "template.yaml", Map.of("PortalUrl", "http://localhost:8080"));
    String accounts = attributes.of(template.resource("AccountsTable"), "Arn");
    assertThat(Grant.all(App.read(Yaml.ROOT, template, attributes), template, attributes))
        .filteredOn(grant -> grant.function().equals("GetAccountFunction"))
        .containsExactly(new Grant("GetAccountFunction", "dynamodb:GetItem", accounts));
  }

  private static JsonNode statement(String action) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ObjectNode statement = document.putArray("Statement").addObject();
    statement.put("Effect", "Allow").put("Action", action).put("Resource", TABLE);
    return document;
  }

  private static Function aFunction(String name, JsonNode... policies) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    properties.putArray("Policies").addAll(List.of(policies));
    return new Function(name, "", "", Map.of(), Duration.ZERO, List.of(), properties);
  }
}
