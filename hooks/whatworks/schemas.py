"""Data to problems in plain words. The only file that knows JSON Schema (draft 2020-12)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing import Registry, Resource

from whatworks.front_matter import Document
from whatworks.plain_yaml import Path
from whatworks.problems import Problem, nearest_note
from whatworks.reasons import (
    NOT_REPORTED,
    REASONS,
    Reason,
    Schema,
    is_blank,
    is_nearly_not_reported,
    other_type,
    snippet,
    type_of,
)
from whatworks.vocabularies import Vocabularies, Vocabulary

Fault = Any  # a ValidationError; its values are typed as possibly unset, which they never are once raised


class Schemas:
    """The schemas of all kinds of record, by file name without its ending, such as `case_study`."""

    def __init__(self, files: Mapping[str, Schema], vocabularies: Vocabularies) -> None:
        resources = [(schema["$id"], Resource.from_contents(schema)) for schema in files.values()]
        registry: Registry[Any] = Registry().with_resources(resources)
        keywords = {"x-vocabulary": self._vocabulary_keyword, "format": _date_keyword, "type": _type_keyword}
        validator = extend(Draft202012Validator, keywords)
        self.files = files
        self._vocabularies = vocabularies
        self._validators = {kind: validator(schema, registry=registry) for kind, schema in files.items()}

    def __getitem__(self, kind: str) -> Schema:
        return self.files[kind]

    def vocabulary_names(self) -> list[str]:
        """The vocabularies that the schemas name, sorted."""
        return sorted({name for schema in self.files.values() for name in _values_of("x-vocabulary", schema)})

    def at(self, kind: str, path: Path) -> Schema:
        """The schema of the field at `path`, with the annotations that stand beside its references."""
        schema = self._resolved(self.files[kind])
        for step in path:
            inner = self._branch(schema, "array" if isinstance(step, int) else "object")
            schema = inner.get("items", {}) if isinstance(step, int) else inner.get("properties", {}).get(step, {})
            schema = self._resolved(schema)
        return schema

    def shape(self, kind: str, path: Path) -> Schema:
        """The schema at `path`; of a value or 'not reported', that of the value with all around it."""
        schema = self.at(kind, path)
        branches = [self._resolved(branch) for branch in schema.get("anyOf", ())]
        return {**schema, **next((branch for branch in branches if "type" in branch), {})}

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
            target: Any = self.files[(name or "common.schema.json").removesuffix(".schema.json")]
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
            meant = self._misspelt(error.instance, self._resolved(error.schema)).values()
            absent = [name for name in error.validator_value if name not in error.instance and name not in meant]
            yield from (self.missing((*path, name), kind, document) for name in absent)
        elif error.validator == "dependentRequired":
            named = (name for key, names in error.validator_value.items() if key in error.instance for name in names)
            lacking = dict.fromkeys(name for name in named if name not in error.instance)
            yield from (self.missing((*path, name), kind, document) for name in lacking)
        elif error.validator == "additionalProperties":
            for name, near in self._misspelt(error.instance, self._resolved(error.schema)).items():
                yield self._unknown((*path, name), near, self._resolved(error.schema), kind, document)
        elif error.validator == "uniqueItems":
            for number, value in enumerate(error.instance):
                if value in error.instance[:number] and not is_blank(value):
                    yield self._problem("said_twice", (*path, number), kind, document, value=value)
        else:
            schema = self.at(kind, path)
            if path and "description" not in schema:
                schema = {**schema, "description": self.at(kind, path[:-1]).get("description", "")}
            code, values = self._reason(error, schema, self.example(kind, path))
            yield self._problem(code, path, kind, document, **values)

    def _problem(self, code: str, path: Path, kind: str, document: Document, **values: Any) -> Problem:
        return Problem.of(code, document.path, *document.where(path), self.label(kind, path), **values)

    def missing(self, path: Path, kind: str, document: Document) -> Problem:
        """The problem of a field at `path` that is not there: what it is for, and an example."""
        help = self.at(kind, path)["description"]
        line, column = document.where(path[:-1])
        values = {"help": help, "example": self.example(kind, path)}
        return Problem.of("missing", document.path, line, column, self.label(kind, path), **values)

    def _misspelt(self, group: Mapping[str, Any], schema: Schema) -> Mapping[str, str]:
        """The fields of a group that its schema does not know, each with the field that is meant, or with nothing."""
        known = {name: self._resolved(inner).get("title", "") for name, inner in schema["properties"].items()}
        meant: dict[str, str] = {}
        for name in (name for name in group if name not in known):
            free = [other for other in known if other not in group and other not in meant.values()]
            words = {word.lower(): other for other in reversed(free) for word in (str(known[other]), other)}
            close = get_close_matches(name.lower(), words, n=1, cutoff=0.6)
            meant[name] = words[close[0]] if close else ""
        return meant

    def _unknown(self, path: Path, near: str, schema: Schema, kind: str, document: Document) -> Problem:
        group = self.label(kind, path[:-1]).lower() if path[:-1] else f"a {self.files[kind]['title']}"
        label = self.at(kind, (*path[:-1], near)).get("title", "") if near else ""
        nearest = nearest_note(near, label) or f" Its fields: {', '.join(schema['properties'])}."
        line, column = document.where_key(path)
        return Problem.of("unknown_field", document.path, line, column, value=path[-1], group=group, nearest=nearest)

    def example(self, kind: str, path: Path) -> str:
        """The first example of a field as a YAML snippet, indented to stand below a message."""
        value, name = self.at(kind, path).get("examples", [None])[0], path[-1] if path else ""
        if isinstance(name, int):
            around = self.at(kind, path[:-1]).get("examples", [[]])[0]
            first = around[0] if isinstance(around, list) and around else ""
            return snippet([first if value is None else value])
        return snippet({name: value})

    def _reason(self, error: Fault, schema: Schema, example: str) -> Reason:
        """The code of the message for one error, and the values that it names."""
        value, limit = error.instance, error.validator_value
        if value is None or is_blank(value):
            return "empty", {"help": schema.get("description", ""), "example": example}
        if isinstance(value, str) and is_nearly_not_reported(value) and self._allows_silence(schema):
            return "nearly_not_reported", {"value": value}
        if error.validator == "x-vocabulary":
            return self._term_reason(self._vocabularies[limit], value, narrowest=error.schema.get("x-narrowest", False))
        return REASONS.get(str(error.validator), other_type)(value, limit, schema, example)

    def _allows_silence(self, schema: Schema) -> bool:
        """Whether the words 'not reported' may stand in the place of a value."""
        return any(self._resolved(branch).get("const") == NOT_REPORTED for branch in schema.get("anyOf", ()))

    def _term_reason(self, vocabulary: Vocabulary, value: str, *, narrowest: bool) -> Reason:
        word = vocabulary[value] if value in vocabulary else vocabulary.by_word(value)
        if word and narrowest and not word.broader:
            below = ", ".join(term.id for term in vocabulary.narrower(word.id))
            return "group_used", {"value": value, "narrower": below}
        if word:
            code = "label_used" if value.casefold() == word.label.casefold() else "synonym_used"
            return code, {"value": value, "id": word.id, "label": word.label}
        usable = tuple(term for term in vocabulary.terms if term.broader or not narrowest)
        near = replace(vocabulary, terms=usable).nearest(value)
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


def _type_keyword(validator: Any, types: Any, value: Any, schema: Schema) -> Iterator[ValidationError]:
    """The keyword `type`, by which no text may be blank either, whatever else the schema says of it."""
    yield from Draft202012Validator.VALIDATORS["type"](validator, types, value, schema)
    if is_blank(value):
        yield ValidationError("blank")


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
