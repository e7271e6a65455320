"""The whole contract fuzzed by schemathesis, with the tokens that each operation asks for.

usage: fuzz.py <address of a local run> <its data folder>, as `./mvnw -Plocal` says them; no 5xx, no answer outside the
contract, nothing invalid or unauthorised accepted, or exit 1
"""

import base64
import hmac
import random
import re
import struct
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

import requests
import schemathesis
from schemathesis.cli import schemathesis as command
from schemathesis.core.parameters import ParameterLocation

HERE = Path(__file__).parent
PORTAL, DATA = sys.argv[1].rstrip("/"), Path(sys.argv[2])
CHANCE = random.Random(1)
# What ends sessions is tried on the homeowner; the contractor's has to last.
ENDING = {"signOutEverywhere", "suspendAccount", "reinstateAccount"}
METHODS = {"get", "post", "put", "patch", "delete"}

answers = defaultdict(Counter)  # operation -> status -> how often
known = defaultdict(list)       # name of an id -> those that answers held
tokens = {}                     # of one of the sample's people, by role
versions = {}                   # path -> the version that If-Match has to name


def call(operation: str, path: str, **arguments) -> dict:
    """Calls, expects success."""
    method = arguments.pop("method", "post")
    answer = requests.request(method, PORTAL + path, timeout=60, **arguments)
    if not answer.ok:
        raise RuntimeError(f"{operation} answers {answer.status_code} {answer.text}")
    return answer.json() if answer.content else {}


def sign_in(role: str) -> str:
    """An access token of one of the sample's people, by the line printed of them."""
    line = re.search(rf"^{role} .*$", (DATA / "sample-done").read_text(), re.MULTILINE).group()
    email = re.search(r"\S+@\S+", line).group()
    password = line.split(" · ")[2 if role in ("contractor", "homeowner") else 1]
    if role in ("contractor", "homeowner"):
        return call("login", "/v1/session", json={"user": email, "password": password, "delivery": "BODY"})["accessToken"]
    origin = {"Origin": PORTAL}
    asked = call("staffLogin", "/v1/staff/session", json={"email": email, "password": password}, headers=origin)["asked"]
    while True:
        # RFC 6238, as an authenticator app; a code is good once, and the sample may just have used this one.
        secret = line.rsplit(" ", 1)[1]
        secret = base64.b32decode(secret + "=" * (-len(secret) % 8))
        digest = hmac.digest(secret, struct.pack(">Q", int(time.time()) // 30), "sha1")
        code = struct.unpack_from(">I", digest, digest[-1] & 15)[0] & 0x7FFFFFFF
        answer = requests.post(PORTAL + "/v1/staff/session/challenge", headers=origin, timeout=60,
                               json={"challenge": asked["challenge"], "code": f"{code % 1000000:06}"})
        if answer.ok:
            return answer.json()["accessToken"]
        if answer.json().get("code") != "CODE_NOT_VALID":
            raise RuntimeError(f"answerStaffChallenge answers {answer.status_code} {answer.text}")
        time.sleep(30 - time.time() % 30)


def account_of(token: str) -> str:
    return call("getAccount", "/v1/account", method="get", headers={"Authorization": f"Bearer {token}"})["accountId"]


def started_draft() -> dict:
    terms = call("getPortal", "/v1/portal", method="get")["termsVersion"]
    return call("startRegistration", "/v1/registrations", json={"agreed": True, "termsVersion": terms})


@schemathesis.auth(refresh_interval=None)
class SignedIn:
    """A token of the pool that the operation names, and of a role that may call it."""

    def get(self, case, context):
        definition = case.operation.definition.raw
        if not definition["security"]:
            return None
        if definition["x-portal-caller"] == "applicant":
            return tokens["homeowner" if definition["operationId"] in ENDING else "contractor"]
        return tokens["clerk" if "clerk" in definition["x-portal-roles"] else "admin"]

    def set(self, case, data, context):
        case.headers["Authorization"] = f"Bearer {data}"


def schemas(tree):
    """Every object in it, from the top."""
    if isinstance(tree, dict):
        yield tree
    for item in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from schemas(item)


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """`default` would let every status pass; what API Gateway itself may answer here is 401, and documented.

    A pattern's look-ahead is what values are drawn for in vain, most of the time: drawn without it, some are refused."""
    for schema in schemas(raw_schema):
        if isinstance(schema.get("pattern"), str):
            schema["pattern"] = re.sub(r"\(\?=[^()]*\)", "", schema["pattern"])
    for methods in raw_schema["paths"].values():
        for method in METHODS & methods.keys():
            methods[method]["responses"].pop("default")


def may_set(case, location) -> bool:
    """Most valid values are replaced by real ones, else nothing but a 404 would be seen; wrong ones stay."""
    part = case.meta and case.meta.components.get(location)
    return not (part and part.mode.is_negative) and CHANCE.random() < 0.8


@schemathesis.hook
def before_call(context, case, kwargs):
    definition = case.operation.definition.raw
    if may_set(case, ParameterLocation.PATH):
        for name in case.path_parameters:
            if known[name]:
                case.path_parameters[name] = CHANCE.choice(known[name])
        if definition["operationId"] in ENDING and "accountId" in case.path_parameters:
            case.path_parameters["accountId"] = homeowner
    if definition["x-portal-caller"] == "draft":
        case.headers["X-Draft-Token"] = draft["token"]
    if may_set(case, ParameterLocation.HEADER):
        if "Origin" in case.headers or case.path.startswith("/v1/staff/session"):
            case.headers["Origin"] = PORTAL
        if "If-Match" in case.headers:
            case.headers["If-Match"] = f'"{versions.get(case.formatted_path, versions.get("draft", 0))}"'


@schemathesis.hook
def after_call(context, case, response):
    operation = case.operation.definition.raw["operationId"]
    answers[operation][response.status_code] += 1
    if operation == "signOutEverywhere" and response.status_code == 204:
        time.sleep(2)  # who signs in within the second of it is signed out too
        tokens["homeowner"] = sign_in("homeowner")
    try:
        body = response.json()
    except ValueError:
        return
    remember(body)
    tag = re.fullmatch(r'"(\d+)"', (response.headers.get("etag") or [""])[0])
    version = int(tag[1]) if tag else body.get("currentVersion") if isinstance(body, dict) else None
    if version is not None:
        versions["draft" if "draftId" in case.path_parameters else case.formatted_path] = version


def remember(body):
    if isinstance(body, list):
        for item in body:
            remember(item)
    elif isinstance(body, dict):
        for name, value in body.items():
            remember(value)
            # A draft of another's would not know our token.
            if name.endswith("Id") and name != "draftId" and isinstance(value, str) and value not in known[name]:
                known[name].append(value)


def main() -> int:
    try:
        command.main(["--config-file", str(HERE / "fuzz.toml"), "run", PORTAL + "/v1/contract", "--url", PORTAL])
    except SystemExit as end:
        failed = end.code
    for operation in sorted(answers):
        print(f"{operation:26}", *(f"{status}×{often}" for status, often in sorted(answers[operation].items())))
    succeeded = sum(any(status < 300 for status in seen) for seen in answers.values())
    print(f"{succeeded} of {len(answers)} operations succeeded at least once")
    shallow = 3 * succeeded < len(answers)  # some can't: nobody guesses a mailed code
    if shallow:
        print("FAILED: most of the portal was not reached")
    return failed or int(shallow)


if __name__ == "__main__":
    draft = started_draft()
    known["draftId"].append(draft["draftId"])
    tokens.update((role, sign_in(role)) for role in ("contractor", "homeowner", "clerk", "admin"))
    homeowner = account_of(tokens["homeowner"])
    sys.exit(main())
