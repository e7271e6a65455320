"""Reads template.yaml, what it includes and nests, and what SAM makes of it. Nothing here asks AWS."""

import json
import os
from pathlib import Path

import yaml
from samcli.yamlhelper import yaml_parse
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

# Of a function's alias: its name may have 64 characters. Nothing else that our policies name is longer.
LONGEST_ARN = "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:" + "x" * 64 + ":live"


class App:
    """The template with its include inlined, the contract, the nested templates and the translation."""

    def __init__(self, root: Path):
        self.root = root
        self.template = plain(yaml_parse((root / "template.yaml").read_text()))
        self.contract_text = (root / "infrastructure/openapi.yaml").read_text()
        # A plain loader: API Gateway's include takes no short-form intrinsics and neither do other tools.
        self.contract = yaml.load(self.contract_text, Loader=yaml.BaseLoader)
        self.nested = {
            name: plain(yaml_parse((root / resource["Properties"]["TemplateURL"]).read_text()))
            for name, resource in self.resources("AWS::CloudFormation::Stack").items()
        }
        self.jar = root / self.template["Globals"]["Function"]["CodeUri"]

    def resources(self, kind: str) -> dict:
        return {n: r for n, r in self.template["Resources"].items() if r["Type"] == kind}

    def functions(self) -> dict:
        return self.resources("AWS::Serverless::Function")

    def operations(self):
        """Path, method and operation of each one."""
        methods = {"get", "put", "post", "delete", "patch", "head", "options"}
        for path, item in self.contract.get("paths", {}).items():
            for method in methods & item.keys():
                yield path, method, item[method]

    def translated(self) -> dict:
        """What CloudFormation is given: the include inlined, SAM's transform done."""
        os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
        template = plain(self.template)
        template["Globals"]["Function"]["CodeUri"] = "s3://deployment-bucket/functions.jar"
        for api in template["Resources"].values():
            if api["Type"] == "AWS::Serverless::HttpApi":
                api["Properties"]["DefinitionBody"] = plain(yaml.safe_load(self.contract_text))
        return plain(Translator({}, Parser()).translate(template, {}))


def plain(value):
    """A copy of plain dictionaries and lists; dates and other YAML types that JSON lacks are refused."""
    return json.loads(json.dumps(value))


def walk(value, path=()):
    """Every value below, with the keys that lead to it."""
    yield path, value
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from walk(child, (*path, key))


def many(value) -> list:
    return value if isinstance(value, list) else [value]


def is_intrinsic(value) -> bool:
    return isinstance(value, dict) and len(value) == 1 and (
        "Ref" in value or next(iter(value)).startswith("Fn::"))
