"""Checks of the template, the contract and the nested stacks: our own, then the public tools'. 0 findings or exit 1.

usage: run.py [folder of the repository]; CHECKOV names checkov's executable, which needs a venv of its own
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import contract
import functions
import policies
from definitions import DEPLOYED, App

BIN = Path(sys.executable).parent


def own_findings(app: App, translated: dict) -> dict:
    """The findings of each of our checks, by its name."""
    checks = (contract.form, contract.security, contract.integrations,
              functions.handlers, functions.triggers, policies.statements, policies.recurring)
    found = {check.__name__: list(check(app)) for check in checks}
    return found | {check.__name__: list(check(translated)) for check in (functions.limits, policies.roles)}


def tools(root: Path, translated: list) -> dict:
    """The public tools' command lines, by what they look at."""
    folder = root / "infrastructure"
    sources = ["template.yaml", *sorted(str(p.relative_to(root)) for p in [*folder.glob("*.yaml"), *folder.glob("functions/*.yaml")]
                                        if p.name != "openapi.yaml")]
    lint = [BIN / "cfn-lint", "--regions", "us-east-1"]
    # W3002: paths that `sam deploy` replaces. It is about the sources, which the translation still names.
    files = [part for file in [*sources, *translated] for part in ("--file", file)]
    return {
        "cfn-lint, sources": [*lint, "--", *sources],
        "cfn-lint, translated": [*lint, "--ignore-checks", "W3002", "--", *translated],
        "sam validate": [BIN / "sam", "validate", "--region", "us-east-1"],
        "sam validate --lint": [BIN / "sam", "validate", "--lint", "--region", "us-east-1"],
        "openapi-spec-validator": [BIN / "openapi-spec-validator", "infrastructure/openapi.yaml", DEPLOYED],
        "checkov": [os.environ.get("CHECKOV", "checkov"), *files, "--config-file", "infrastructure/checks/checkov.yaml"],
    }


def main(root: Path) -> int:
    app = App(root)
    translated = app.translated()
    operations, own = len(list(app.operations())), own_findings(app, translated)
    granted = list(policies.granted(app))
    resources = {path: len(one["Resources"]) for path, one in translated.items()}
    print(f"template: {len(app.functions())} functions in {len(app.contexts)} contexts; resources after SAM: {resources}; "
          f"expanded: {sum(len(json.dumps(one)) for one in translated.values()):,} bytes, the largest "
          f"{max(len(json.dumps(one)) for one in translated.values()):,}; contract: {operations} operations; "
          f"nested stacks: {len(app.nested)}; managed policies: {len(policies.managed(app))}, attached "
          f"{sum(len(attached) for _, _, attached, _ in granted)} times, beside {sum(len(own) for _, own, _, _ in granted)} statements")
    if not operations or not app.functions() or not app.nested:
        own["looked at something"] = ["no operation, no function or no nested stack: nothing was checked"]
    failed = 0
    for name, findings in own.items():
        failed += len(findings)
        print(f"{'FAILED' if findings else 'ok':6} {name}: {len(findings)} findings", *findings, sep="\n         ")
    # Beside the sources, so that their nested paths resolve.
    files = {path.replace(".yaml", ".translated.json"): one for path, one in translated.items()}
    try:
        for file, one in files.items():
            (root / file).write_text(json.dumps(one, indent=1))
        environment = os.environ | {"SAM_CLI_TELEMETRY": "0", "AWS_DEFAULT_REGION": "us-east-1"}
        for name, command in tools(root, list(files)).items():
            done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
            failed += done.returncode != 0
            print(f"{'FAILED' if done.returncode else 'ok':6} {name}")
            if done.returncode:
                print(done.stdout + done.stderr)
    finally:
        for file in files:
            (root / file).unlink(missing_ok=True)
    print(f"infrastructure: {len(own)} own checks, {len(tools(root, []))} tools, {failed} findings")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
