"""Each check, with a planted mistake that it must find, and without one."""

import os
import zipfile
from pathlib import Path

import pytest

import contract
import functions
import policies
import run
from definitions import DEPLOYED, App, resources

ROOT = Path(__file__).parents[2]
OPENAPI, TEMPLATE, FUNCTIONS = "infrastructure/openapi.yaml", "template.yaml", "infrastructure/functions/accounts.yaml"
POLICIES = "infrastructure/policies.yaml"
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
    (policies.statements, FUNCTION + "      Policies: [AmazonS3FullAccess]\n", "neither statements nor"),
    (policies.statements, FUNCTION + "      Policies: [!Ref SendMail]\n", "neither statements nor"),
    (policies.recurring, statement("dynamodb:GetItem", "!Ref AccountsTableArn"), "attach ReadAccounts"),
    (policies.recurring, statement("dynamodb:GetItem", "[!Ref AccountsTableArn, !Ref AccountsTableArn]"), "granted 2 times"),
    (policies.recurring, FUNCTION + "      Policies: [!Ref ReadAccounts, !Ref ReadAndQueryAccounts]\n", "granted 2 times"),
    (policies.statements, statement("dynamodb:*", PERMITS), "a wildcard"),
    (policies.statements, statement("dynamodb:GetItem", "'*'"), "a wildcard"),
    (policies.statements, statement("s3:GetObject", PERMITS), "a resource of dynamodb"),
    (policies.statements, statement("s3:GetObject", "!Ref DocumentsBucketArn"), "needs a key"),
    (policies.statements, statement("s3:ListBucket", "!Sub '${DocumentsBucketArn}/draft/*'"), "no key"),
    (policies.statements, statement("dynamodb:Query", "!Sub '${PermitsTableArn}/index/no'"), "no such"),
    (policies.statements, statement("dynamodb:GetRecords", PERMITS), "a stream's action"),
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
    assert list(policies.statements(plant(FUNCTIONS, "Resources:\n", statement(action, resource)))) == []


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


def functions_with(app, number, policies_of_one):
    """The app, in which that many functions of accounts have these policies and no other."""
    template = app.contexts["AccountsFunctions"][1]
    for function in list(resources(template, "AWS::Serverless::Function").values())[:number]:
        function["Properties"]["Policies"] = policies_of_one
    return app


@pytest.mark.parametrize("number, found", [(policies.RECURS - 1, False), (policies.RECURS, True)])
def test_a_statement_of_many_functions_is_found(plant, number, found):
    one = {"Action": "dynamodb:Query", "Resource": {"Ref": "PermitsTableArn"}, "Condition": {"Bool": {"aws:SecureTransport": "true"}}}
    app = functions_with(plant(TEMPLATE, "Resources:", "Resources:"), number, [{"Statement": [one]}])
    assert any(f"in {number} functions: a policy" in f for f in policies.recurring(app)) == found


LONELY = """  Lonely:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement: [{Effect: Allow, Action: 'ses:ListContacts', Resource: 'arn:${AWS::Partition}:ses:x'}]

Outputs:
  Lonely:
    Value: !Ref Lonely
"""


@pytest.mark.parametrize("number, found", [(0, True), (1, True), (2, False)])
def test_a_managed_policy_of_few_functions_is_found(plant, number, found):
    app = functions_with(plant(POLICIES, "Outputs:\n", LONELY), number, [{"Ref": "Lonely"}])
    app.template["Resources"]["AccountsFunctions"]["Properties"]["Parameters"]["Lonely"] = {
        "Fn::GetAtt": ["Policies", "Outputs.Lonely"]}
    assert (f"policy Lonely: attached by {number}: a function's own grants are statements in it"
            in list(policies.recurring(app))) == found


def test_a_mistake_in_a_managed_policy_is_found(plant):
    planted = plant(POLICIES, "Action: 'dynamodb:GetItem'", "Action: 'dynamodb:*'")
    assert "policy ReadAccounts: dynamodb:* on ${AccountsTableArn}: a wildcard" in list(policies.statements(planted))


def test_a_managed_policy_that_is_too_long_is_found(plant):
    app = plant(TEMPLATE, "Resources:", "Resources:")
    document = app.nested["Policies"]["Resources"]["SendMail"]["Properties"]["PolicyDocument"]
    document["Statement"][0]["Resource"] = [{"Ref": f"S{n}"} for n in range(policies.LONGEST // len(policies.LONGEST_ARN))]
    assert "policy SendMail: longer than IAM's 6144 characters" in list(policies.recurring(app))


@pytest.mark.parametrize("number, found", [(10, False), (11, True)])
def test_too_many_managed_policies_of_a_role_are_found(number, found):
    role = {"Type": "AWS::IAM::Role", "Properties": {"ManagedPolicyArns": [{"Ref": f"P{n}"} for n in range(number)]}}
    assert any("IAM stops at 10" in f for f in policies.roles({"a.yaml": {"Resources": {"Role": role}}})) == found


def test_a_template_near_the_limits_is_found():
    def role(count):
        statement = {"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": [{"Ref": f"F{n}"} for n in range(count)]}
        policies = [{"PolicyName": "invoke", "PolicyDocument": {"Version": "2012-10-17", "Statement": [statement]}}]
        return {"Type": "AWS::IAM::Role", "Properties": {"Policies": policies}}
    many = {f"T{n}": {"Type": "AWS::SNS::Topic"} for n in range(450)}
    assert any("resources of CloudFormation" in f for f in functions.limits({"a.yaml": {"Resources": many}}))
    assert any("inline policies" in f for f in policies.roles({"a.yaml": {"Resources": {"Role": role(71)}}}))
    large = {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": "x" * 900_000}}
    assert any("bytes of CloudFormation" in f for f in functions.limits({"a.yaml": {"Resources": {"T": large}}}))
    assert not list(policies.roles({"a.yaml": {"Resources": {"Role": role(66)}}}))
