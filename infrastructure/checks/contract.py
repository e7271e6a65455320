"""openapi.yaml as API Gateway will import it: what no other tool looks at, because it is included."""

import re

from definitions import App, is_intrinsic, many, walk

SCOPE = "aws.cognito.signin.user.admin"  # only access tokens carry it: an ID token passes the authorizer too


def form(app: App):
    if not re.fullmatch(r"3\.0\.\d", str(app.contract.get("openapi"))):
        yield f"openapi is {app.contract.get('openapi')}: HTTP APIs take 3.0.x only"
    if "tags" in app.contract:
        yield "tags at the root: the import refuses them"
    for number, line in enumerate(app.contract_text.splitlines(), 1):
        if re.search(r"(^|[\s:\-])[&*][A-Za-z]\w*\s*$", line):
            yield f"line {number}: a YAML anchor or alias"
        if re.search(r":\s*(null|~)\s*$", line) or re.search(r"\s!(Ref|Sub|GetAtt)\b", line):
            yield f"line {number}: null or a short-form intrinsic"
        if re.match(r"\s+[1-5]\d\d:\s*$", line) or re.search(r":\s+\d{4}-\d\d-\d\d\s*$", line):
            yield f"line {number}: an unquoted response code or date"
    for path, value in walk(app.contract):
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
    entries = app.contract.get("components", {}).get("x-amazon-apigateway-integrations", {})
    invoked = {}
    for _, _, operation in app.operations():
        name = operation.get("operationId", "")
        expected = f"#/components/x-amazon-apigateway-integrations/{name}"
        if operation.get("x-amazon-apigateway-integration") != {"$ref": expected} or name not in entries:
            yield f"{name}: its integration is not {expected}"
            continue
        entry, function = entries[name], f"{name[0].upper()}{name[1:]}Function"
        fixed = {"type": "aws_proxy", "httpMethod": "POST", "payloadFormatVersion": "2.0"}
        for key, value in fixed.items():
            if entry.get(key) != value:
                yield f"{name}: {key} is {entry.get(key)}, not {value}"
        if entry.get("uri") != {"Ref": f"{function}Aliaslive"} or function not in app.functions():
            yield f"{name}: uri is {entry.get('uri')}, not the alias live of {function}"
        role = (entry.get("credentials", {}).get("Fn::GetAtt") or [""])[0]
        invoked.setdefault(role, set()).add(f"{function}Aliaslive")
    for name in entries.keys() - {o.get("operationId") for _, _, o in app.operations()}:
        yield f"{name}: an integration without operation"
    for role in invoked.keys() | {n for n in app.resources("AWS::IAM::Role") if n.endswith("ApiRole")}:
        may = granted(app, role)
        for alias in sorted(invoked.get(role, set()) - may):
            yield f"{role or 'no role'} may not invoke {alias}"
        for alias in sorted(may - invoked.get(role, set())):
            yield f"{role} may invoke {alias} and no integration does so by it"


def granted(app: App, role: str) -> set:
    """The aliases that a role's statements let it invoke."""
    properties = app.template["Resources"].get(role, {}).get("Properties", {})
    return {
        resource.get("Ref") if isinstance(resource, dict) else resource
        for policy in properties.get("Policies", [])
        for statement in policy["PolicyDocument"]["Statement"]
        if statement["Effect"] == "Allow" and many(statement["Action"]) == ["lambda:InvokeFunction"]
        for resource in many(statement["Resource"])
    }
