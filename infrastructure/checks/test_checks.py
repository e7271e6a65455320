"""Each check, with a planted mistake that it must find, and without one."""

import os
import zipfile
from pathlib import Path

import pytest

import contract
import functions
import run
from definitions import App

ROOT = Path(__file__).parents[2]
OPENAPI, TEMPLATE = "infrastructure/openapi.yaml", "template.yaml"
FUNCTION = """Resources:
  PlantedFunction:
    Type: AWS::Serverless::Function
    Properties:
      Handler: org.permitportal.accounts.handlers.GetPortalHandler
"""
INTEGRATION = "/components/x-amazon-apigateway-integrations/getPortal"


@pytest.fixture
def plant(tmp_path):
    """The app, with the first occurrence of a text replaced in one of its files; its jar has every handler."""
    def planted(file, old, new):
        (tmp_path / "infrastructure").mkdir()
        for source in [ROOT / TEMPLATE, *(ROOT / "infrastructure").glob("*.yaml")]:
            text = source.read_text()
            if str(source.relative_to(ROOT)) == file:
                assert old in text
                text = text.replace(old, new, 1)
            (tmp_path / source.relative_to(ROOT)).write_text(text)
        app = App(tmp_path)
        app.jar.parent.mkdir(parents=True)
        with zipfile.ZipFile(app.jar, "w") as jar:
            for name in {f["Properties"]["Handler"] for f in app.functions().values()} | {functions.NEEDED}:
                jar.writestr(name.replace(".", "/") + ".class", "")
        return app
    return planted


def event(kind, *lines):
    return FUNCTION + "\n".join(["      Events:", "        One:", f"          Type: {kind}",
                                 "          Properties:", *("            " + line for line in lines), ""])


def statement(action, resource):
    return FUNCTION + f"""      Policies:
        - Statement:
            - Effect: Allow
              Action: '{action}'
              Resource: {resource}
"""


def test_the_app_as_it_is_has_no_findings(plant):
    app = plant(TEMPLATE, "Resources:", "Resources:")
    assert {name: found for name, found in run.own_findings(app, app.translated()).items() if found} == {}


@pytest.mark.parametrize("check, old, new, finding", [
    (contract.form, "openapi: 3.0.3", "openapi: 3.1.0", "3.0.x only"),
    (contract.form, "paths:\n", "tags: []\npaths:\n", "tags at the root"),
    (contract.form, "paths:\n", "x-a: &Name\n  b: c\npaths:\n", "anchor"),
    (contract.form, "paths:\n", "x-a: null\npaths:\n", "null"),
    (contract.form, "        '200':\n", "        200:\n", "unquoted"),
    (contract.form, "  title: Permit Portal", "  title: {Ref: PortalUrl}", "outside an x- key"),
    (contract.security, "operationId: getPortal\n", "x-other: getPortal\n", "no operationId"),
    (contract.security, "      security: []\n", "", "no security key"),
    (contract.security, "security: []", "security: [{nobody: []}]", "unknown security scheme"),
    (contract.security, "security: []", "security: [{staff: []}]", "an ID token would pass"),
    (contract.security, "security: []", "security: [{}]", "never both"),
    (contract.security, "        type: jwt\n", "        type: request\n", "not a JWT authorizer"),
    (contract.integrations, INTEGRATION, INTEGRATION + "s", "its integration is not"),
    (contract.integrations, "payloadFormatVersion: '2.0'", "payloadFormatVersion: '1.0'", "is 1.0, not 2.0"),
    (contract.integrations, "Ref: GetPortalFunctionAliaslive", "Ref: GetPortalFunction", "not the alias live"),
    (contract.integrations, "    getPortal:\n", "    other: {}\n    getPortal:\n", "without operation"),
    (contract.integrations, "[AccountsApiRole, Arn]", "[OtherApiRole, Arn]", "OtherApiRole may not invoke GetPortal"),
    (contract.integrations, "[AccountsApiRole, Arn]", "[OtherApiRole, Arn]", "no integration does so"),
])
def test_a_mistake_in_the_contract_is_found(plant, check, old, new, finding):
    assert any(finding in found for found in check(plant(OPENAPI, old, new)))


PERMITS = "!GetAtt Storage.Outputs.PermitsTableArn"


@pytest.mark.parametrize("check, text, finding", [
    (functions.triggers, event("HttpApi", "Path: /", "Method: GET"), "a route without authorizer"),
    (functions.triggers, event("DynamoDB", "FilterCriteria: {}"), "DestinationConfig OnFailure"),
    (functions.triggers, event("DynamoDB", "DestinationConfig: {OnFailure: {}}"), "FilterCriteria"),
    (functions.triggers, event("EventBridgeRule", "Pattern: {}"), "EventInvokeConfig"),
    (functions.triggers, event("ScheduleV2", "ScheduleExpression: rate(1 hour)"), "a second stack"),
    (functions.triggers, event("ScheduleV2", "ScheduleExpression: cron(0 3 * * *)"), "is no schedule"),
    (functions.triggers, event("ScheduleV2", "ScheduleExpression: cron(0 3 * * * *)"), "is no schedule"),
    (functions.triggers, event("ScheduleV2", "ScheduleExpression: cron(0 24 * * ? *)"), "is no schedule"),
    (functions.triggers, event("ScheduleV2", "ScheduleExpression: rate(1 hours)"), "is no schedule"),
    (functions.statements, FUNCTION + "      Policies: [AmazonS3FullAccess]\n", "inline statements"),
    (functions.statements, statement("dynamodb:*", PERMITS), "a wildcard"),
    (functions.statements, statement("dynamodb:GetItem", "'*'"), "a wildcard"),
    (functions.statements, statement("s3:GetObject", PERMITS), "a resource of dynamodb"),
    (functions.statements, statement("s3:GetObject", "!GetAtt Storage.Outputs.DocumentsBucketArn"), "needs a key"),
    (functions.statements, statement("s3:ListBucket", "!Sub '${Storage.Outputs.DocumentsBucketArn}/draft/*'"), "no key"),
    (functions.statements, statement("dynamodb:Query", "!Sub '${Storage.Outputs.PermitsTableArn}/index/no'"), "no such"),
    (functions.statements, statement("dynamodb:GetRecords", PERMITS), "a stream's action"),
])
def test_a_mistake_in_a_function_is_found(plant, check, text, finding):
    assert any(finding in found for found in check(plant(TEMPLATE, "Resources:\n", text)))


@pytest.mark.parametrize("action, resource", [
    ("dynamodb:Query", "!Sub '${Storage.Outputs.PermitsTableArn}/index/byParty'"),
    ("s3:PutObject", "!Sub '${Storage.Outputs.DocumentsBucketArn}/draft/*'"),
    ("secretsmanager:GetSecretValue", "!Ref PortalSecret"),
    ("cognito-idp:AdminCreateUser", "!GetAtt Identity.Outputs.ContractorsPoolArn"),
    ("ses:SendEmail", "!Sub 'arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/*'"),
])
def test_a_right_statement_passes(plant, action, resource):
    assert list(functions.statements(plant(TEMPLATE, "Resources:\n", statement(action, resource)))) == []


@pytest.mark.parametrize("text", ["rate(1 hour)", "rate(15 minutes)", "cron(0 3 * * ? *)", "cron(0/15 8-18 ? * MON-FRI *)"])
def test_a_right_schedule_passes(text):
    assert functions.is_schedule(text)


def test_a_handler_or_jar_that_is_missing_is_found(plant):
    app = plant(TEMPLATE, "Resources:", "Resources:")
    app.template["Resources"]["GetPortalFunction"]["Properties"]["Handler"] = "org.permitportal.Nothing"
    assert any("no class org.permitportal.Nothing" in found for found in functions.handlers(app))
    os.remove(app.jar)
    assert any("is missing" in found for found in functions.handlers(app))


def test_a_jar_without_what_the_functions_need_is_found(plant):
    app = plant(TEMPLATE, "Resources:", "Resources:")
    with zipfile.ZipFile(app.jar, "w") as jar:
        jar.writestr("org/permitportal/accounts/handlers/GetPortalHandler.class", "")
    assert [found for found in functions.handlers(app) if "lacks" in found]


def test_a_template_near_the_limits_is_found(plant):
    app = plant(TEMPLATE, "Resources:", "Resources:")
    role = app.template["Resources"]["AccountsApiRole"]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"][0]
    role["Resource"] = [{"Ref": f"F{n}"} for n in range(71)]
    many = {f"T{n}": {"Type": "AWS::SNS::Topic"} for n in range(450)}
    found = list(functions.limits(app, {"Resources": app.template["Resources"] | many}))
    assert any("resources of CloudFormation" in f for f in found) and any("inline policies" in f for f in found)
    role["Resource"] = role["Resource"][:66]
    assert not list(functions.limits(app, {"Resources": app.template["Resources"]}))
