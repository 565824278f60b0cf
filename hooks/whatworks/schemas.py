"""Data to problems in plain words. The only file that knows JSON Schema (draft 2020-12)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing import Registry, Resource

from whatworks.front_matter import Document
from whatworks.plain_yaml import Path
from whatworks.problems import Problem, nearest_note
from whatworks.vocabularies import Vocabularies, Vocabulary

NOT_REPORTED = "not reported"
# What JSON calls a thing, and what an author calls it.
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "string": "text",
        "integer": "a whole number",
        "number": "a number",
        "boolean": "true or false",
        "array": "a list",
        "object": "a group of fields",
        "null": "empty",
    }
)
Schema = Mapping[str, Any]
Reason = tuple[str, dict[str, Any]]
Fault = Any  # a ValidationError; its values are typed as possibly unset, which they never are once raised


class Schemas:
    """The schemas of all kinds of record, by file name without its ending, such as `case_study`."""

    def __init__(self, files: Mapping[str, Schema], vocabularies: Vocabularies) -> None:
        resources = [(schema["$id"], Resource.from_contents(schema)) for schema in files.values()]
        registry: Registry[Any] = Registry().with_resources(resources)
        keywords = {"x-vocabulary": self._vocabulary_keyword, "format": _date_keyword}
        validator = extend(Draft202012Validator, keywords)
        self._files = files
        self._vocabularies = vocabularies
        self._validators = {kind: validator(schema, registry=registry) for kind, schema in files.items()}

    def __getitem__(self, kind: str) -> Schema:
        return self._files[kind]

    def vocabulary_names(self) -> list[str]:
        """The vocabularies that the schemas name, sorted."""
        return sorted({name for schema in self._files.values() for name in _values_of("x-vocabulary", schema)})

    def at(self, kind: str, path: Path) -> Schema:
        """The schema of the field at `path`, with the annotations that stand beside its references."""
        schema = self._resolved(self._files[kind])
        for step in path:
            inner = self._branch(schema, "array" if isinstance(step, int) else "object")
            schema = inner.get("items", {}) if isinstance(step, int) else inner.get("properties", {}).get(step, {})
            schema = self._resolved(schema)
        return schema

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

    def problems(self, kind: str, document: Document) -> list[Problem]:
        """What is wrong with the fields of `document`, one problem per mistake."""
        found: list[Problem] = []
        for error in self._meant(self._validators[kind].iter_errors(document.data)):
            found += self._worded(error, kind, document)
        return list(dict.fromkeys(found))

    def _resolved(self, schema: Schema) -> Schema:
        """The schema with its references followed; what stands beside a reference wins."""
        while "$ref" in schema:
            name, _, pointer = schema["$ref"].partition("#")
            target: Any = self._files[(name or "common.schema.json").removesuffix(".schema.json")]
            for part in pointer.strip("/").split("/"):
                target = target[part]
            schema = {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
        return schema

    def _branch(self, schema: Schema, type_name: str) -> Schema:
        """The branch of a choice that has this type; the schema itself where there is no choice."""
        branches = [self._resolved(branch) for branch in schema.get("anyOf", ())]
        return next((branch for branch in branches if branch.get("type") == type_name), schema)

    def _meant(self, errors: Iterable[Fault]) -> Iterator[Fault]:
        """The errors, each choice (`anyOf`) replaced by the errors of the branch that the author meant."""
        for error in errors:
            branches = [self._resolved(branch) for branch in error.schema.get("anyOf", ())]
            own = type_of(error.instance)
            meant = [number for number, branch in enumerate(branches) if branch.get("type") == own]
            if error.validator == "anyOf" and meant:
                yield from self._meant(inner for inner in error.context or () if inner.schema_path[0] == meant[0])
            else:
                yield error

    def _worded(self, error: Fault, kind: str, document: Document) -> Iterator[Problem]:
        """The problems that one error stands for."""
        path: Path = tuple(error.absolute_path)
        if error.validator == "required":
            absent = [name for name in error.validator_value if name not in error.instance]
            yield from (self._missing((*path, name), kind, document) for name in absent)
        elif error.validator == "additionalProperties":
            known = error.schema["properties"]
            unknown = [name for name in error.instance if name not in known]
            yield from (self._unknown((*path, name), list(known), kind, document) for name in unknown)
        else:
            code, values = self._reason(error, self.at(kind, path))
            yield Problem.of(code, document.path, *document.where(path), self.label(kind, path), **values)

    def _missing(self, path: Path, kind: str, document: Document) -> Problem:
        schema = self.at(kind, path)
        line, column = document.where(path[:-1])
        values = {"help": schema["description"], "example": example(str(path[-1]), schema)}
        return Problem.of("missing", document.path, line, column, self.label(kind, path), **values)

    def _unknown(self, path: Path, known: list[str], kind: str, document: Document) -> Problem:
        name = str(path[-1])
        close = get_close_matches(name.lower(), known, n=1, cutoff=0.6)
        label = self.at(kind, (*path[:-1], close[0])).get("title", "") if close else ""
        title = str(self._files[kind]["title"])
        group = self.label(kind, path[:-1]).lower() if path[:-1] else f"a {title}"
        line, column = document.where_key(path)
        values = {"value": name, "group": group, "nearest": nearest_note(close[0] if close else None, label)}
        home = f"schemas/{title.replace(' ', '_')}.schema.json"
        return Problem.of("unknown_field", document.path, line, column, **values, home=home)

    def _reason(self, error: Fault, schema: Schema) -> Reason:
        """The code of the message for one error, and the values that it names."""
        value, limit = error.instance, error.validator_value
        name = str(error.absolute_path[-1]) if error.absolute_path else ""
        if value is None or value == "":
            return "empty", {"help": schema.get("description", ""), "example": example(name, schema)}
        if error.validator == "x-vocabulary":
            return self._term_reason(self._vocabularies[limit], value)
        return REASONS.get(str(error.validator), _other_type)(name, value, limit, schema)

    def _term_reason(self, vocabulary: Vocabulary, value: str) -> Reason:
        if value in vocabulary:
            below = ", ".join(term.id for term in vocabulary.narrower(value))
            return "group_used", {"value": value, "narrower": below}
        if word := vocabulary.by_word(value):
            return "synonym_used", {"value": value, "id": word.id, "label": word.label}
        near = vocabulary.nearest(value)
        singular = vocabulary.singular
        return "unknown_term", {
            "value": value,
            "a": "an" if singular[0] in "aeiou" else "a",
            "singular": singular,
            "nearest": nearest_note(near.id, near.label) if near else "",
            "title": vocabulary.title.lower(),
            "home": vocabulary.home,
        }

    def _vocabulary_keyword(self, _: Any, name: str, value: Any, schema: Schema) -> Iterator[ValidationError]:
        """The keyword `x-vocabulary`: the value is a term; with `x-narrowest`, one without narrower terms."""
        if not isinstance(value, str):
            return
        vocabulary = self._vocabularies[name]
        if not vocabulary.terms:
            return  # the list itself could not be read, which is a problem of its own
        if value not in vocabulary or (schema.get("x-narrowest") and not vocabulary[value].broader):
            yield ValidationError(f"not a term of {name}")


def _date_keyword(_: Any, name: str, value: Any, schema: Schema) -> Iterator[ValidationError]:
    """The keyword `format`, for days of the calendar."""
    if isinstance(value, str):
        try:
            if date.fromisoformat(value).isoformat() == value:
                return
        except ValueError:
            pass
        yield ValidationError(f"not a {name}")


def _values_of(key: str, node: Any) -> Iterator[str]:
    """Every value of `key` in a tree of JSON."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from [value] if name == key else _values_of(key, value)
    elif isinstance(node, list):
        for value in node:
            yield from _values_of(key, value)


def type_of(value: object) -> str:
    """JSON's name for the type of a value."""
    if isinstance(value, bool):
        return "boolean"
    types = {str: "string", int: "integer", float: "number", list: "array", dict: "object"}
    return types.get(type(value), "null")


def example(name: str, schema: Schema) -> str:
    """The first example of a field as a YAML snippet, indented to stand below a message."""
    value = schema.get("examples", [""])[0]
    text = yaml.safe_dump({name: value}, sort_keys=False, allow_unicode=True, width=1000, default_flow_style=None)
    return text.strip().replace("\n", "\n    ")


def _wanted(schema: Schema) -> str:
    """What a field should be, in words."""
    branches = [branch for branch in schema.get("anyOf", ()) if "type" in branch] or [schema]
    wanted = KINDS.get(str(branches[0].get("type")), "text")
    return f"{wanted}, or the words '{NOT_REPORTED}'" if "anyOf" in schema else wanted


def _other_type(name: str, value: Any, limit: Any, schema: Schema) -> Reason:
    own = type_of(value)
    if schema.get("type", "string") == "string" and own in ("integer", "number", "boolean"):
        return "text_as_other", {"value": str(value).lower() if own == "boolean" else value, "found": KINDS[own]}
    if schema.get("type") == "integer" and own == "string":
        return "number_as_text", {"wanted": KINDS["integer"], "example": example(name, schema)}
    return "wrong_type", {"wanted": _wanted(schema), "found": KINDS[own], "example": example(name, schema)}


def _too_long(_: str, value: Any, limit: Any, schema: Schema) -> Reason:
    return "too_long", {"length": len(value), "most": limit, "over": len(value) - limit}


def _too_short(_: str, value: Any, limit: Any, schema: Schema) -> Reason:
    return "too_short", {"value": value, "least": limit, "help": schema.get("description", "")}


def _form(_: str, value: Any, limit: Any, schema: Schema) -> Reason:
    return "wrong_form", {"value": value, "form": schema["x-form"]}


def _day(_: str, value: Any, limit: Any, schema: Schema) -> Reason:
    return "not_a_day", {"value": value, "form": schema["x-form"]}


def _range(_: str, value: Any, limit: Any, schema: Schema) -> Reason:
    return "out_of_range", {"value": value, "least": schema["minimum"], "most": schema["maximum"]}


def _choice(_: str, value: Any, limit: Any, schema: Schema) -> Reason:
    close = get_close_matches(str(value), limit, n=1, cutoff=0.6)
    values = {"value": value, "choices": ", ".join(limit), "nearest": nearest_note(close[0] if close else None)}
    return "not_a_choice", values


def _too_many(_: str, value: Any, limit: Any, schema: Schema) -> Reason:
    return "too_many", {"length": len(value), "most": limit}


def _too_few(name: str, value: Any, limit: Any, schema: Schema) -> Reason:
    return "too_few", {"least": limit, "help": schema.get("description", ""), "example": example(name, schema)}


def _twice(_: str, value: Any, limit: Any, schema: Schema) -> Reason:
    return "said_twice", {}


REASONS: Mapping[str, Callable[[str, Any, Any, Schema], Reason]] = MappingProxyType(
    {
        "maxLength": _too_long,
        "minLength": _too_short,
        "pattern": _form,
        "format": _day,
        "minimum": _range,
        "maximum": _range,
        "enum": _choice,
        "maxItems": _too_many,
        "minItems": _too_few,
        "uniqueItems": _twice,
    }
)
