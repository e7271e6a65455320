"""Reads template.yaml, what it includes and nests, and what SAM makes of all. Nothing here asks AWS."""

import json
import os
from pathlib import Path

import yaml
from samcli.yamlhelper import yaml_parse
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

# Of a function's alias: its name may have 64 characters. Nothing else that our policies name is longer.
LONGEST_ARN = "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:" + "x" * 64 + ":live"
DEPLOYED = "infrastructure/definitions/target/openapi.json"


class App:
    """The template, the contract as written and as deployed, the nested templates and the translations."""

    def __init__(self, root: Path):
        self.root = root
        self.template = plain(yaml_parse((root / "template.yaml").read_text()))
        self.contract_text = (root / "infrastructure/openapi.yaml").read_text()
        # A plain loader: API Gateway's include takes no short-form intrinsics and neither do other tools.
        self.written = yaml.load(self.contract_text, Loader=yaml.BaseLoader)
        self.contract = json.loads((root / DEPLOYED).read_text())
        self.nested = {
            name: self.read(resource["Properties"]["TemplateURL"])
            for name, resource in resources(self.template, "AWS::CloudFormation::Stack").items()
        }
        # Functions, a template a context; by their paths.
        self.contexts = {
            name: (resource["Properties"]["Location"], self.read(resource["Properties"]["Location"]))
            for name, resource in resources(self.template, "AWS::Serverless::Application").items()
        }
        self.jar = root / "functions/target/functions.jar"

    def read(self, path: str) -> dict:
        return plain(yaml_parse((self.root / path).read_text()))

    def functions(self) -> dict:
        return {name: function for _, template in self.contexts.values()
                for name, function in resources(template, "AWS::Serverless::Function").items()}

    def operations(self):
        """Path, method and operation of each one."""
        methods = {"get", "put", "post", "delete", "patch", "head", "options"}
        for path, item in self.contract.get("paths", {}).items():
            for method in methods & item.keys():
                yield path, method, item[method]

    def translated(self) -> dict:
        """What CloudFormation is given, by path: the include inlined, SAM's transform done."""
        os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
        template = plain(self.template)
        for api in resources(template, "AWS::Serverless::HttpApi").values():
            api["Properties"]["DefinitionBody"] = plain(self.contract)
        found = {"template.yaml": template}
        for path, nested in self.contexts.values():
            found[path] = plain(nested)
            found[path]["Globals"]["Function"]["CodeUri"] = "s3://deployment-bucket/functions.jar"
        return {path: plain(Translator({}, Parser()).translate(one, {})) for path, one in found.items()}


def resources(template: dict, kind: str) -> dict:
    return {n: r for n, r in template["Resources"].items() if r["Type"] == kind}


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
