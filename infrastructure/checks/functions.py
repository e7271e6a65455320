"""Functions: handlers, triggers, what they may do, and the limits of CloudFormation and IAM."""

import json
import re
import zipfile

from definitions import LONGEST_ARN, App, is_intrinsic, many

SERVICES = {"Table": "dynamodb", "Stream": "dynamodb", "Bucket": "s3", "Pool": "cognito-idp", "Secret": "secretsmanager",
            "Aliaslive": "lambda", "Failures": "sqs"}
NEEDED = "io.micronaut.context.ApplicationContext"  # stands for all dependencies
KEYS = ("draft/", "account/", "permit/")


def handlers(app: App):
    if not app.jar.is_file():
        yield f"{app.jar.relative_to(app.root)} is missing: run ./mvnw package"
        return
    classes = set(zipfile.ZipFile(app.jar).namelist())
    if NEEDED.replace(".", "/") + ".class" not in classes:
        yield f"{app.jar.name} lacks {NEEDED}: it must carry its dependencies"
    for name, function in app.functions().items():
        handler = function["Properties"].get("Handler", "")
        if handler.replace(".", "/") + ".class" not in classes:
            yield f"{name}: no class {handler} in the jar"


def triggers(app: App):
    for name, function in app.functions().items():
        properties = function["Properties"]
        for event in properties.get("Events", {}).values():
            kind, settings = event["Type"], event.get("Properties", {})
            if kind in ("HttpApi", "Api"):
                yield f"{name}: Events {kind} would add a route without authorizer"
            elif kind == "DynamoDB":
                if "OnFailure" not in settings.get("DestinationConfig", {}):
                    yield f"{name}: a stream without DestinationConfig OnFailure loses what fails"
                if "FilterCriteria" not in settings:
                    yield f"{name}: a stream without FilterCriteria also calls for each removal"
            elif "OnFailure" not in properties.get("EventInvokeConfig", {}).get("DestinationConfig", {}):
                yield f"{name}: EventInvokeConfig without OnFailure loses what fails"
            if kind == "ScheduleV2" and not settings.get("OmitName"):
                yield f"{name}: ScheduleV2 without OmitName: its name would be taken in a second stack of the account"
            expression = settings.get("Schedule") or settings.get("ScheduleExpression")
            if expression is not None and not is_schedule(expression):
                yield f"{name}: {expression} is no schedule of EventBridge"


def is_schedule(text: str) -> bool:
    rate = re.fullmatch(r"rate\((\d+) (minute|hour|day)(s?)\)", text)
    if rate:
        return int(rate[1]) > 0 and (rate[1] == "1") == (rate[3] == "")
    cron = re.fullmatch(r"cron\((\S+) (\S+) (\S+) (\S+) (\S+) (\S+)\)", text)
    if not cron:
        return False
    minute, hour, day, month, weekday, _ = cron.groups()
    return (day == "?") != (weekday == "?") and all(
        not field.isdigit() or low <= int(field) <= high
        for field, low, high in ((minute, 0, 59), (hour, 0, 23), (day, 1, 31), (month, 1, 12), (weekday, 1, 7)))


def statements(app: App):
    for name, function in app.functions().items():
        for policy in many(function["Properties"].get("Policies", [])):
            if not isinstance(policy, dict) or "Statement" not in policy:
                yield f"{name}: {policy if isinstance(policy, str) else list(policy)}: policies are inline statements"
                continue
            for statement in many(policy["Statement"]):
                for action in many(statement["Action"]):
                    for resource in many(statement["Resource"]):
                        wrong = mistake(app, action, resource)
                        if wrong:
                            yield f"{name}: {action} on {text_of(resource)}: {wrong}"


def text_of(resource) -> str:
    """'${Storage.Outputs.PermitsTableArn}/index/byParty' for whichever intrinsic says so."""
    if not isinstance(resource, dict):
        return str(resource)
    kind, value = next(iter(resource.items()))
    if kind == "Fn::Sub":
        return value if isinstance(value, str) else value[0]
    return "${" + (".".join(value) if isinstance(value, list) else str(value)) + "}"


def mistake(app: App, action: str, resource) -> str | None:
    text = text_of(resource)
    service, _, verb = action.partition(":")
    if "*" in action or text == "*":
        return "a wildcard"
    arn = re.match(r"arn:\$\{AWS::Partition\}:([a-z0-9-]+):(.*)", text)
    head, _, rest = text.partition("}")
    owner = arn[1] if arn else next((s for word, s in SERVICES.items() if word in head), None)
    if owner != service:
        return f"a resource of {owner}"
    if service == "s3":
        if verb.endswith(("Object", "ObjectVersion", "Upload", "Parts")) and not rest.startswith(tuple("/" + k for k in KEYS)):
            return f"an action on objects needs a key under {', '.join(KEYS)}"
        if verb == "ListBucket" and rest:
            return "an action on the bucket itself takes no key"
    if service == "dynamodb":
        if ("Stream" in head) != ("Stream" in verb or verb in ("GetRecords", "GetShardIterator")):
            return "a stream's action on a table, or the other way round"
        table, index = head.removeprefix("${").removesuffix("Arn"), rest.removeprefix("/index/")
        indexes = app.nested["Storage"]["Resources"].get(table, {}).get("Properties", {}).get("GlobalSecondaryIndexes", [])
        if rest and (index == rest or index not in [i["IndexName"] for i in indexes] or verb != "Query"):
            return "no such index, or not a Query"
    return None


def limits(translated: dict):
    """Of each template that CloudFormation is given, by its path."""
    for path, template in translated.items():
        count, size = len(template["Resources"]), len(json.dumps(template, separators=(",", ":")))
        if count >= 450:
            yield f"{path}: {count} resources of CloudFormation's 500: split it"
        if size >= 900_000:
            yield f"{path}: {size} bytes of CloudFormation's 1,000,000: split it"
        for name, resource in template["Resources"].items():
            if resource["Type"] == "AWS::IAM::Role":
                size = sum(policy_size(p["PolicyDocument"]) for p in resource["Properties"].get("Policies", []))
                if size >= 9000:
                    yield f"{path} {name}: inline policies of {size} characters, IAM stops at 10,240"


def policy_size(document) -> int:
    """Characters as IAM counts them, every reference as long as the longest ARN."""
    def resolved(value):
        if is_intrinsic(value):
            return LONGEST_ARN
        if isinstance(value, dict):
            return {k: resolved(v) for k, v in value.items()}
        return [resolved(v) for v in value] if isinstance(value, list) else value
    return len(json.dumps(resolved(document), separators=(",", ":")))
