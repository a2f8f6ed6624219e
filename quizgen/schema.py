"""The JSON Schema of a bank, with which editors complete keys and mark mistakes while a curator types."""

from __future__ import annotations

from typing import Any

from quizgen import items
from quizgen.banks import BankFields

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
