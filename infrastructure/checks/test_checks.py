"""Each check, with a planted mistake that it must find, and without one."""

import os
import zipfile
from pathlib import Path

import pytest

import contract
import functions
import run
from definitions import DEPLOYED, App

ROOT = Path(__file__).parents[2]
OPENAPI, TEMPLATE, FUNCTIONS = "infrastructure/openapi.yaml", "template.yaml", "infrastructure/functions/accounts.yaml"
FUNCTION = """Resources:
  PlantedFunction:
    Type: AWS::Serverless::Function
    Properties:
      Handler: org.permitportal.accounts.handlers.GetPortalHandler
"""
URI = "${FunctionPrefix}-getPortal:live"


@pytest.fixture
def plant(tmp_path):
    """The app, with the first occurrence of a text replaced in one of its files; its jar has every handler."""
    def planted(file, old, new):
        folder = ROOT / "infrastructure"
        for source in [ROOT / TEMPLATE, ROOT / DEPLOYED, *folder.glob("*.yaml"), *folder.glob("functions/*.yaml")]:
            text = source.read_text()
            if str(source.relative_to(ROOT)) == file:
                assert old in text
                text = text.replace(old, new, 1)
            copy = tmp_path / source.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text)
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
])
def test_a_mistake_in_the_contract_is_found(plant, check, old, new, finding):
    assert any(finding in found for found in check(plant(OPENAPI, old, new)))


OPEN = '"security" : [ ]'


@pytest.mark.parametrize("check, old, new, finding", [
    (contract.security, '"operationId" : "getPortal"', '"x-other" : "getPortal"', "no operationId"),
    (contract.security, OPEN, '"x-security" : [ ]', "no security key"),
    (contract.security, OPEN, '"security" : [ {"nobody": []} ]', "unknown security scheme"),
    (contract.security, OPEN, '"security" : [ {"staff": []} ]', "an ID token would pass"),
    (contract.security, OPEN, '"security" : [ {} ]', "never both"),
    (contract.security, '"type" : "jwt"', '"type" : "request"', "not a JWT authorizer"),
    (contract.integrations, '"payloadFormatVersion" : "2.0"', '"payloadFormatVersion" : "1.0"', "is 1.0, not 2.0"),
    (contract.integrations, URI, URI.replace(":live", ""), "not the alias live"),
    (contract.integrations, '"AccountsFunctions"', '"OtherFunctions"', "the role of OtherFunctions may not invoke GetPortal"),
    (contract.integrations, '"AccountsFunctions"', '"OtherFunctions"', "no integration does so"),
    (contract.integrations, '"Outputs.ApiRoleArn"', '"Outputs.Other"', "no context's role"),
])
def test_a_mistake_in_what_is_deployed_of_it_is_found(plant, check, old, new, finding):
    assert any(finding in found for found in check(plant(DEPLOYED, old, new)))


def test_too_many_integrations_are_found(plant):
    app = plant(TEMPLATE, "Resources:", "Resources:")
    one = app.contract["paths"]["/v1/portal"]["get"]
    app.contract["paths"] = {f"/v1/{n}": {"get": one | {"operationId": f"get{n}"}} for n in range(contract.INTEGRATIONS)}
    assert any("of API Gateway's 300" in found for found in contract.integrations(app))


PERMITS = "!Ref PermitsTableArn"


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
    (functions.statements, statement("s3:GetObject", "!Ref DocumentsBucketArn"), "needs a key"),
    (functions.statements, statement("s3:ListBucket", "!Sub '${DocumentsBucketArn}/draft/*'"), "no key"),
    (functions.statements, statement("dynamodb:Query", "!Sub '${PermitsTableArn}/index/no'"), "no such"),
    (functions.statements, statement("dynamodb:GetRecords", PERMITS), "a stream's action"),
])
def test_a_mistake_in_a_function_is_found(plant, check, text, finding):
    assert any(finding in found for found in check(plant(FUNCTIONS, "Resources:\n", text)))


@pytest.mark.parametrize("action, resource", [
    ("dynamodb:Query", "!Sub '${PermitsTableArn}/index/byParty'"),
    ("s3:PutObject", "!Sub '${DocumentsBucketArn}/draft/*'"),
    ("secretsmanager:GetSecretValue", "!Ref PortalSecret"),
    ("cognito-idp:AdminCreateUser", "!Ref ContractorsPoolArn"),
    ("ses:SendEmail", "!Sub 'arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/*'"),
])
def test_a_right_statement_passes(plant, action, resource):
    assert list(functions.statements(plant(FUNCTIONS, "Resources:\n", statement(action, resource)))) == []


@pytest.mark.parametrize("text", ["rate(1 hour)", "rate(15 minutes)", "cron(0 3 * * ? *)", "cron(0/15 8-18 ? * MON-FRI *)"])
def test_a_right_schedule_passes(text):
    assert functions.is_schedule(text)


def test_a_handler_or_jar_that_is_missing_is_found(plant):
    app = plant(TEMPLATE, "Resources:", "Resources:")
    app.functions()["GetPortalFunction"]["Properties"]["Handler"] = "org.permitportal.Nothing"
    assert any("no class org.permitportal.Nothing" in found for found in functions.handlers(app))
    os.remove(app.jar)
    assert any("is missing" in found for found in functions.handlers(app))


def test_a_jar_without_what_the_functions_need_is_found(plant):
    app = plant(TEMPLATE, "Resources:", "Resources:")
    with zipfile.ZipFile(app.jar, "w") as jar:
        jar.writestr("org/permitportal/accounts/handlers/GetPortalHandler.class", "")
    assert [found for found in functions.handlers(app) if "lacks" in found]


def test_a_template_near_the_limits_is_found():
    def role(count):
        statement = {"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": [{"Ref": f"F{n}"} for n in range(count)]}
        policies = [{"PolicyName": "invoke", "PolicyDocument": {"Version": "2012-10-17", "Statement": [statement]}}]
        return {"Type": "AWS::IAM::Role", "Properties": {"Policies": policies}}
    many = {f"T{n}": {"Type": "AWS::SNS::Topic"} for n in range(450)}
    found = list(functions.limits({"a.yaml": {"Resources": many | {"Role": role(71)}}}))
    assert any("resources of CloudFormation" in f for f in found) and any("inline policies" in f for f in found)
    large = {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": "x" * 900_000}}
    assert any("bytes of CloudFormation" in f for f in functions.limits({"a.yaml": {"Resources": {"T": large}}}))
    assert not list(functions.limits({"a.yaml": {"Resources": {"Role": role(66)}}}))
