"""What functions may do: their own statements and the managed policies that they attach, and IAM's limits."""

import json
import re
from collections import Counter

from definitions import LONGEST_ARN, App, is_intrinsic, many, resources

SERVICES = {"Table": "dynamodb", "Stream": "dynamodb", "Bucket": "s3", "Pool": "cognito-idp", "Secret": "secretsmanager",
            "Aliaslive": "lambda", "Failures": "sqs"}
KEYS = ("draft/", "account/", "permit/")
RECURS = 4  # functions with the same statement: from here on it is a managed policy
LONGEST = 6144  # characters of a managed policy, without white space; not raisable
ATTACHED = 10  # managed policies of a role, those of SAM included; AWS raises it account by account


def managed(app: App) -> dict:
    """The statements of each managed policy that functions can be given, by its name."""
    policies = app.nested["Policies"]
    return {name: many(policy["Properties"]["PolicyDocument"]["Statement"])
            for name, policy in resources(policies, "AWS::IAM::ManagedPolicy").items()
            if policies["Outputs"].get(name, {}).get("Value") == {"Ref": name}}


def granted(app: App):
    """Each function with its own statements, the names of the policies that it attaches, and what is neither."""
    known = managed(app)
    for context, (_, template) in app.contexts.items():
        given = app.template["Resources"][context]["Properties"].get("Parameters", {})
        for name, function in resources(template, "AWS::Serverless::Function").items():
            own, attached, other = [], [], []
            for policy in many(function["Properties"].get("Policies", [])):
                ref = policy.get("Ref") if isinstance(policy, dict) else None
                if ref in known and text_of(given.get(ref)) == "${Policies.Outputs." + ref + "}":
                    attached.append(ref)
                elif isinstance(policy, dict) and "Statement" in policy:
                    own += many(policy["Statement"])
                else:
                    other.append(policy)
            yield name, own, attached, other


def statements(app: App):
    asked = {f"policy {name}": found for name, found in managed(app).items()}
    for name, own, _, other in granted(app):
        asked[name] = own
        for policy in other:
            yield f"{name}: {text_of(policy)}: neither statements nor a policy of infrastructure/policies.yaml"
    for name, found in asked.items():
        for statement in found:
            for action, resource in actions(statement):
                wrong = mistake(app, action, resource)
                if wrong:
                    yield f"{name}: {action} on {text_of(resource)}: {wrong}"


def recurring(app: App):
    """One grant is written once: in the function, or for all that have it in a managed policy."""
    known = managed(app)
    policy_of = {form(statement): name for name, found in known.items() for statement in found}
    own_of, attached_by = Counter(), Counter()
    for name, own, attached, _ in granted(app):
        attached_by.update(attached)
        for statement in own:
            own_of[form(statement)] += 1
            if form(statement) in policy_of:
                yield f"{name}: attach {policy_of[form(statement)]} instead of a statement that says the same"
        grants = Counter((action, text_of(resource))
                          for statement in [*own, *(s for policy in attached for s in known[policy])]
                          for action, resource in actions(statement))
        for (action, resource), times in grants.items():
            if times > 1:
                yield f"{name}: {action} on {resource} is granted {times} times"
    for (verbs, on, _), count in own_of.items():
        if count >= RECURS:
            yield f"{', '.join(verbs)} on {', '.join(on)} in {count} functions: a policy in infrastructure/policies.yaml"
    for name, found in known.items():
        if attached_by[name] < 2:
            yield f"policy {name}: attached by {attached_by[name]}: a function's own grants are statements in it"
        if policy_size({"Version": "2012-10-17", "Statement": found}) > LONGEST:
            yield f"policy {name}: longer than IAM's {LONGEST} characters"


def form(statement: dict) -> tuple:
    """The same for statements that say the same."""
    return (tuple(sorted(many(statement["Action"]))), tuple(sorted(map(text_of, many(statement["Resource"])))),
            json.dumps(statement.get("Condition"), sort_keys=True))


def actions(statement: dict):
    for action in many(statement["Action"]):
        for resource in many(statement["Resource"]):
            yield action, resource


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


def roles(translated: dict):
    """Of each template that CloudFormation is given, by its path."""
    for path, template in translated.items():
        for name, role in resources(template, "AWS::IAM::Role").items():
            size = sum(policy_size(p["PolicyDocument"]) for p in role["Properties"].get("Policies", []))
            if size >= 9000:
                yield f"{path} {name}: inline policies of {size} characters, IAM stops at 10,240"
            attached = len(role["Properties"].get("ManagedPolicyArns", []))
            if attached > ATTACHED:
                yield f"{path} {name}: {attached} managed policies, IAM stops at {ATTACHED}"


def policy_size(document) -> int:
    """Characters as IAM counts them, every reference as long as the longest ARN."""
    def resolved(value):
        if is_intrinsic(value):
            return LONGEST_ARN
        if isinstance(value, dict):
            return {k: resolved(v) for k, v in value.items()}
        return [resolved(v) for v in value] if isinstance(value, list) else value
    return len(json.dumps(resolved(document), separators=(",", ":")))
