"""The JSON Schemas of banks and blueprints: with them editors complete keys and mark mistakes while a curator types."""

from __future__ import annotations

from typing import Any

from quizgen import items
from quizgen.banks import BankFields
from quizgen.blueprints import BlueprintFields

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def bank() -> dict[str, Any]:
    """The schema of a file in `questions/`: the fields of each item by its type."""
    schema = BankFields.model_json_schema()
    definitions: dict[str, Any] = {}
    branches = []
    for name, item_type in items.BY_NAME.items():
        fields = item_type.Fields.model_json_schema(ref_template="#/$defs/{model}")
        definitions |= fields.pop("$defs", {})
        fields["properties"]["type"] = {"const": name}
        fields["description"] = items.manual(item_type).partition("\n")[0]
        definitions[f"item-{name}"] = fields
        condition = {"properties": {"type": {"const": name}}, "required": ["type"]}
        branches.append({"if": condition, "then": {"$ref": f"#/$defs/item-{name}"}})
    item = {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"enum": list(items.BY_NAME)}},
        "allOf": branches,
    }
    schema["properties"]["items"] |= {"items": item}
    return {"$schema": DIALECT, **schema, "title": "quizgen bank", "$defs": definitions}


def quiz() -> dict[str, Any]:
    """The schema of a file in `questions/quizzes/`; one value may stand where a list of them can."""
    schema = BlueprintFields.model_json_schema(ref_template="#/$defs/{model}")
    take = schema["$defs"]["TakeFields"]["properties"]
    take["type"]["items"] = {"enum": list(items.BY_NAME)}
    for fields in (take, schema["properties"]):
        for name, field in fields.items():
            if field.get("type") == "array" and name != "sections":
                fields[name] = {"anyOf": [field, field["items"]], "title": field["title"]}
    return {"$schema": DIALECT, **schema, "title": "quizgen quiz"}
