"""What the schemas say of each field, found by its path: its label, what it is for, an example of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from whatworks.plain_yaml import Path
from whatworks.reasons import NOT_REPORTED, Schema, snippet


class Annotations:
    """The schemas of all kinds of record, by file name without its ending, such as `case_study`."""

    def __init__(self, files: Mapping[str, Schema]) -> None:
        self.files = files

    def __getitem__(self, kind: str) -> Schema:
        return self.files[kind]

    def vocabulary_names(self) -> list[str]:
        """The vocabularies that the schemas name, sorted."""
        return sorted({name for schema in self.files.values() for name in _values_of("x-vocabulary", schema)})

    def at(self, kind: str, path: Path) -> Schema:
        """The schema of the field at `path`, with the annotations that stand beside its references."""
        schema = self.resolved(self.files[kind])
        for step in path:
            type_name = "array" if isinstance(step, int) else "object"
            inner = next((one for one in self.branches(schema) if one.get("type") == type_name), schema)
            schema = inner.get("items", {}) if isinstance(step, int) else inner.get("properties", {}).get(step, {})
            schema = self.resolved(schema)
        return schema

    def of_value(self, schema: Schema) -> Schema:
        """A schema; of a value or 'not reported', that of the value with all around it."""
        return {**schema, **next((branch for branch in self.branches(schema) if "type" in branch), {})}

    def label(self, kind: str, path: Path) -> str:
        """A field by its label, such as `Approach (answer 2)` for ("answers", 1, "approach")."""
        if not path:
            return ""
        if isinstance(path[-1], int):
            item = self.at(kind, path[:-1]).get("x-item", "entry")
            return f"{item[:1].upper()}{item[1:]} {path[-1] + 1}"
        own = str(self.at(kind, path).get("title", path[-1]))
        around = self.label(kind, path[:-1])
        return f"{own} ({around[:1].lower()}{around[1:]})" if around else own

    def example(self, kind: str, path: Path) -> str:
        """The first example of a field as a YAML snippet, indented to stand below a message."""
        value, name = self.at(kind, path).get("examples", [None])[0], path[-1] if path else ""
        if isinstance(name, int):
            around = self.at(kind, path[:-1]).get("examples", [[]])[0]
            first = around[0] if isinstance(around, list) and around else ""
            return snippet([first if value is None else value])
        return snippet({name: value})

    def resolved(self, schema: Schema) -> Schema:
        """A schema with its references followed; what stands beside a reference wins."""
        while "$ref" in schema:
            name, _, pointer = schema["$ref"].partition("#")
            target: Any = self.files[(name or "common.schema.json").removesuffix(".schema.json")]
            for step in pointer.strip("/").split("/"):
                target = target[step]
            schema = {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
        return schema

    def branches(self, schema: Schema) -> list[Schema]:
        """The schemas of which a choice (`anyOf`) wants one; none where there is no choice."""
        return [self.resolved(branch) for branch in schema.get("anyOf", ())]

    def allows_silence(self, schema: Schema) -> bool:
        """Whether the words 'not reported' may stand in the place of a value."""
        return any(branch.get("const") == NOT_REPORTED for branch in self.branches(schema))


def _values_of(key: str, node: Any) -> Iterator[str]:
    """Every value of `key` in a tree of JSON."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from [value] if name == key else _values_of(key, value)
    elif isinstance(node, list):
        for value in node:
            yield from _values_of(key, value)
