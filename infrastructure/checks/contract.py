"""openapi.yaml as API Gateway will import it: what no other tool looks at, because it is included."""

import re

from definitions import App, is_intrinsic, many, walk

INTEGRATIONS = 280  # of 300: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
SCOPE = "aws.cognito.signin.user.admin"  # only access tokens carry it: an ID token passes the authorizer too


def form(app: App):
    if not re.fullmatch(r"3\.0\.\d", str(app.written.get("openapi"))):
        yield f"openapi is {app.contract.get('openapi')}: HTTP APIs take 3.0.x only"
    if "tags" in app.written:
        yield "tags at the root: the import refuses them"
    for number, line in enumerate(app.contract_text.splitlines(), 1):
        if re.search(r"(^|[\s:\-])[&*][A-Za-z]\w*\s*$", line):
            yield f"line {number}: a YAML anchor or alias"
        if re.search(r":\s*(null|~)\s*$", line) or re.search(r"\s!(Ref|Sub|GetAtt)\b", line):
            yield f"line {number}: null or a short-form intrinsic"
        if re.match(r"\s+[1-5]\d\d:\s*$", line) or re.search(r":\s+\d{4}-\d\d-\d\d\s*$", line):
            yield f"line {number}: an unquoted response code or date"
    for path, value in walk(app.written):
        if is_intrinsic(value) and not any(str(key).startswith("x-") for key in path):
            yield f"{'/'.join(map(str, path))}: an intrinsic outside an x- key"


def security(app: App):
    components = app.contract.get("components", {})
    schemes = components.get("securitySchemes", {})
    for path, method, operation in app.operations():
        name = operation.get("operationId", f"{method} {path}")
        if "operationId" not in operation:
            yield f"{name}: no operationId"
        if "security" not in operation:
            yield f"{name}: no security key (an open operation says [])"
        for requirement in operation.get("security") or []:
            for scheme, scopes in requirement.items():
                if scheme not in schemes:
                    yield f"{name}: unknown security scheme {scheme}"
                elif SCOPE not in scopes:
                    yield f"{name}: without the scope {SCOPE} an ID token would pass"
            if not requirement:
                yield f"{name}: a route is either public or checked, never both"
    for name, scheme in schemes.items():
        authorizer = scheme.get("x-amazon-apigateway-authorizer", {})
        if authorizer.get("type") != "jwt" or not {"issuer", "audience"} <= authorizer.get("jwtConfiguration", {}).keys():
            yield f"{name}: not a JWT authorizer with issuer and audience"


def integrations(app: App):
    invoked = {}
    for _, _, operation in app.operations():
        name = operation.get("operationId", "")
        entry, function = operation.get("x-amazon-apigateway-integration", {}), f"{name[:1].upper()}{name[1:]}Function"
        fixed = {"type": "aws_proxy", "httpMethod": "POST", "payloadFormatVersion": "2.0"}
        for key, value in fixed.items():
            if entry.get(key) != value:
                yield f"{name}: {key} is {entry.get(key)}, not {value}"
        uri = (entry.get("uri") or {}).get("Fn::Sub", "")
        if not uri.endswith(":function:${FunctionPrefix}-" + name + ":live") or function not in app.functions():
            yield f"{name}: uri is {entry.get('uri')}, not the alias live of {function}"
        context, output = (entry.get("credentials", {}).get("Fn::GetAtt") or ["", ""])[:2]
        if output != "Outputs.ApiRoleArn":
            yield f"{name}: its credentials are no context's role"
        invoked.setdefault(context, set()).add(f"{function}Aliaslive")
    if sum(map(len, invoked.values())) >= INTEGRATIONS:
        yield f"{INTEGRATIONS} integrations of API Gateway's 300, which can't be raised: a second API is needed"
    for context in invoked.keys() | app.contexts.keys():
        may = granted(app, context)
        for alias in sorted(invoked.get(context, set()) - may):
            yield f"the role of {context or 'no context'} may not invoke {alias}"
        for alias in sorted(may - invoked.get(context, set())):
            yield f"the role of {context} may invoke {alias} and no integration does so by it"


def granted(app: App, context: str) -> set:
    """The aliases that a context's role lets API Gateway invoke."""
    _, template = app.contexts.get(context, ("", {"Resources": {}}))
    properties = template["Resources"].get("ApiRole", {}).get("Properties", {})
    return {
        resource.get("Ref") if isinstance(resource, dict) else resource
        for policy in properties.get("Policies", [])
        for statement in policy["PolicyDocument"]["Statement"]
        if statement["Effect"] == "Allow" and many(statement["Action"]) == ["lambda:InvokeFunction"]
        for resource in many(statement["Resource"])
    }
