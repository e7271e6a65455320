"""Functions: handlers, triggers, and the limits of CloudFormation."""

import json
import re
import zipfile

from definitions import App

NEEDED = "io.micronaut.context.ApplicationContext"  # stands for all dependencies


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


def limits(translated: dict):
    """Of each template that CloudFormation is given, by its path."""
    for path, template in translated.items():
        count, size = len(template["Resources"]), len(json.dumps(template, separators=(",", ":")))
        if count >= 450:
            yield f"{path}: {count} resources of CloudFormation's 500: split it"
        if size >= 900_000:
            yield f"{path}: {size} bytes of CloudFormation's 1,000,000: split it"
