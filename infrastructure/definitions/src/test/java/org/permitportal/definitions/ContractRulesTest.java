package org.permitportal.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractRulesTest {
  private static final String CONTRACT =
      """
      openapi: 3.0.3
      info: {title: Portal, version: "1"}
      x-amazon-apigateway-cors: {allowOrigins: ["*"]}
      paths:
        /v1/portal:
          get:
            operationId: getPortal
            x-portal-caller: anyone
            x-amazon-note:
              $ref: "#/components/x-amazon-notes/getPortal"
            responses:
              "200": {description: The city, content: {application/json: {schema: {$ref: "#/components/schemas/City"}}}}
        /v1/account:
          get:
            operationId: getAccount
            x-portal-caller: applicant
            responses:
              "200": {description: The account}
      components:
        schemas:
          City:
            type: object
            properties:
              since: {type: string, example: "2026-01-01", x-amazon-deep: [{a: 1}]}
        x-amazon-notes:
          getPortal: {type: aws_proxy}
      """;

  @TempDir Path temporary;
  private Infrastructure infrastructure;

  @BeforeEach
  void copy() throws IOException {
    infrastructure = Infrastructure.copiedTo(temporary);
  }

  @Test
  void theRightContractIsWrittenWithoutWhatOnlyApiGatewayReads() throws IOException {
    infrastructure.contract(CONTRACT);

    assertThat(infrastructure.errors()).isEmpty();
    Path written = infrastructure.output().resolve("classes/org/permitportal/contract.json");
    String text = Files.readString(written);
    JsonNode json = new ObjectMapper().readTree(text);
    assertThat(text).doesNotContain("x-amazon").doesNotContain("\n");
    assertThat(json.at("/paths/~1v1~1portal/get/x-portal-caller").asText()).isEqualTo("anyone");
    assertThat(json.at("/components/schemas/City/properties/since/example").asText())
        .isEqualTo("2026-01-01");
    byte[] first = Files.readAllBytes(written);
    assertThat(infrastructure.errors()).isEmpty();
    assertThat(Files.readAllBytes(written)).isEqualTo(first);
  }

  @Test
  void whatApiGatewayImportsSaysWhoseTokenAndWhichFunction() throws IOException {
    infrastructure.contract(CONTRACT);

    assertThat(infrastructure.errors()).isEmpty();
    JsonNode deployed =
        new ObjectMapper().readTree(infrastructure.output().resolve("openapi.json").toFile());
    JsonNode account = deployed.at("/paths/~1v1~1account/get");
    assertThat(account.path("security").toString())
        .isEqualTo("[{\"contractors\":[\"aws.cognito.signin.user.admin\"]}]");
    JsonNode integration = account.path("x-amazon-apigateway-integration");
    assertThat(integration.at("/uri/Fn::Sub").asText())
        .endsWith(":function:${FunctionPrefix}-getAccount:live");
    assertThat(integration.at("/credentials/Fn::GetAtt").toString())
        .isEqualTo("[\"AccountsFunctions\",\"Outputs.ApiRoleArn\"]");
    assertThat(integration.path("payloadFormatVersion").asText()).isEqualTo("2.0");
    assertThat(deployed.at("/paths/~1v1~1portal/get/security").isEmpty()).isTrue();
  }

  @Test
  void anOperationWithoutAFunctionIsRefused() throws IOException {
    infrastructure.contract(CONTRACT);
    Files.writeString(
        infrastructure.folder().resolve("functions/accounts.yaml"), "  GetPortalFunction:\n");

    assertThat(infrastructure.errors())
        .containsExactly(
            "infrastructure/openapi.yaml:15: paths./v1/account.get.operationId: no template in"
                + " infrastructure/functions has the function of 'getAccount'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          openapi: 3.0.3               | openapi: 3.1.0               | 1  | openapi: must be 3.0.3
          info: {title: Portal         | tags: [] #                   | 2  | tags: API Gateway's import
          version: "1"                 | version: 2026-01-01          | 2  | info.version: put it in quotes
          allowOrigins: ["*"]          | allowOrigins: [yes]          | 3  | x-amazon-apigateway-cors.allowOrigins[0]: put it in quotes
          /v1/account:                 | v1/account:                  | 13 | paths.v1/account: a path starts with /
          operationId: getAccount      | operationId: getPortal       | 15 | paths./v1/account.get.operationId: 'getPortal' is taken by line 7
          operationId: getAccount      | summary: nothing             | 14 | paths./v1/account.get: 'operationId' is missing
          operationId: getAccount      | operationId: get-account     | 15 | paths./v1/account.get.operationId: 'get-account' is no camelCase name
          x-portal-caller: applicant   | x-portal-caller: admin       | 16 | paths./v1/account.get.x-portal-caller: 'admin' is none of
          x-portal-caller: applicant   | security: []                 | 16 | paths./v1/account.get.security: leave it out
          x-portal-caller: applicant   | summary: nothing             | 14 | paths./v1/account.get: 'x-portal-caller' is missing
          x-portal-caller: applicant   | x-portal-caller:             | 16 | paths./v1/account.get.x-portal-caller: has no value
          "200": {description: The acc | 200: {description: The acc   | 18 | paths./v1/account.get.responses.200: put the name in quotes
          "200": {description: The acc | on: {description: The acc    | 18 | paths./v1/account.get.responses.on: put it in quotes
          schemas/City"                | schemas/Town"                | 12 | paths./v1/portal.get.responses.200.content.application/json.schema.$ref
          notes/getPortal"             | notes/getTown"               | 10 | leads nowhere
          schemas/City"                | x-amazon-notes/getPortal" | 12 | leads nowhere
          type: object                 | type: &t object              | 22 | anchors (&t) are not used here
          type: object                 | type: !Ref object            | 22 | components.schemas.City.type: tags (!Ref) are not used here
          type: aws_proxy              | type: a, type: b             | 26 | components.x-amazon-notes.getPortal.type: is given twice
          type: aws_proxy              | type: [                      | 26 | is not YAML
          """)
  void eachMistakeNamesItsLine(String right, String wrong, int line, String message)
      throws IOException {
    assertThat(CONTRACT).contains(right);
    infrastructure.contract(CONTRACT.replace(right, wrong));

    assertThat(infrastructure.errors())
        .anySatisfy(
            error ->
                assertThat(error)
                    .startsWith("infrastructure/openapi.yaml:" + line + ": ")
                    .contains(message));
    assertThat(infrastructure.output()).doesNotExist();
  }

  @Test
  void aContractThatIsMissingEmptyOrNoTextIsReported() throws IOException {
    assertThat(infrastructure.errors())
        .containsExactly("infrastructure/openapi.yaml: there is no such file");
    infrastructure.contract("# nothing\n");
    assertThat(infrastructure.errors()).containsExactly("infrastructure/openapi.yaml: is empty");
    infrastructure.contract("openapi: 3.0.3\ninfo: \u0007\n");
    assertThat(infrastructure.errors())
        .containsExactly(
            "infrastructure/openapi.yaml:2: is not YAML: the character U+0007 is not allowed");
    Files.write(infrastructure.folder().resolve("openapi.yaml"), new byte[] {(byte) 0xff});
    assertThat(infrastructure.errors())
        .containsExactly("infrastructure/openapi.yaml: is not UTF-8 text");
  }

  @Test
  void anAliasWithinItsOwnAnchorEnds() throws IOException {
    infrastructure.contract(CONTRACT + "x-loop: &loop\n  again: *loop\n");

    assertThat(infrastructure.errors()).hasSize(1).first().asString().contains("anchors (&loop)");
  }

  @Test
  void thePortalsOwnContractIsRight() throws IOException {
    infrastructure.contract(Files.readString(Infrastructure.REAL.resolve("openapi.yaml")));

    assertThat(infrastructure.errors()).isEmpty();
  }
}
