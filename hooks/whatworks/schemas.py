"""Data to problems in plain words. The only file that knows JSON Schema (draft 2020-12)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing import Registry, Resource

from whatworks.annotations import Annotations
from whatworks.placed_text import Document
from whatworks.plain_yaml import Path
from whatworks.problems import Problem, nearest_note
from whatworks.reasons import REASONS, Reason, Schema, is_blank, is_nearly_not_reported, other_type, type_of
from whatworks.term_reasons import is_term, term_reason
from whatworks.vocabularies import Vocabularies

Fault = Any  # a ValidationError; its values are typed as possibly unset, which they never are once raised


class Schemas(Annotations):
    """The schemas of all kinds of record, and what is wrong with data that do not fit them."""

    def __init__(self, files: Mapping[str, Schema], vocabularies: Vocabularies) -> None:
        super().__init__(files)
        resources = [(schema["$id"], Resource.from_contents(schema)) for schema in files.values()]
        registry: Registry[Any] = Registry().with_resources(resources)
        keywords = {"x-vocabulary": self._vocabulary_keyword, "format": _date_keyword, "type": _type_keyword}
        validator = extend(Draft202012Validator, keywords)
        self._vocabularies = vocabularies
        self._validators = {kind: validator(schema, registry=registry) for kind, schema in files.items()}

    def problems(self, kind: str, document: Document) -> list[Problem]:
        """What is wrong with the fields of `document`, one problem per mistake."""
        found: list[Problem] = []
        for error in self._meant(self._validators[kind].iter_errors(document.data)):
            found += self._worded(error, kind, document)
        return list(dict.fromkeys(found))

    def _meant(self, errors: Iterable[Fault]) -> Iterator[Fault]:
        """The errors, each choice (`anyOf`) replaced by the errors of the branch that the author meant."""
        for error in errors:
            own, branches = type_of(error.instance), self.branches(error.schema)
            meant = [number for number, branch in enumerate(branches) if branch.get("type") == own]
            if error.validator == "anyOf" and meant:
                yield from self._meant(inner for inner in error.context or () if inner.schema_path[0] == meant[0])
            else:
                yield error

    def _worded(self, error: Fault, kind: str, document: Document) -> Iterator[Problem]:
        """The problems that one error stands for."""
        path: Path = tuple(error.absolute_path)
        if error.validator == "required":
            meant = self._misspelt(error.instance, self.resolved(error.schema)).values()
            absent = [name for name in error.validator_value if name not in error.instance and name not in meant]
            yield from (self.missing((*path, name), kind, document) for name in absent)
        elif error.validator == "dependentRequired":
            named = (name for key, names in error.validator_value.items() if key in error.instance for name in names)
            lacking = dict.fromkeys(name for name in named if name not in error.instance)
            yield from (self.missing((*path, name), kind, document) for name in lacking)
        elif error.validator == "additionalProperties":
            for name, near in self._misspelt(error.instance, self.resolved(error.schema)).items():
                yield self._unknown((*path, name), near, self.resolved(error.schema), kind, document)
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
        known = {name: self.resolved(inner).get("title", "") for name, inner in schema["properties"].items()}
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

    def _reason(self, error: Fault, schema: Schema, example: str) -> Reason:
        """The code of the message for one error, and the values that it names."""
        value, limit = error.instance, error.validator_value
        if value is None or is_blank(value):
            return "empty", {"help": schema.get("description", ""), "example": example}
        if isinstance(value, str) and is_nearly_not_reported(value) and self.allows_silence(schema):
            return "nearly_not_reported", {"value": value}
        if error.validator == "x-vocabulary":
            return term_reason(self._vocabularies[limit], value, narrowest=error.schema.get("x-narrowest", False))
        return REASONS.get(str(error.validator), other_type)(value, limit, schema, example)

    def _vocabulary_keyword(self, _: Any, name: str, value: Any, schema: Schema) -> Iterator[ValidationError]:
        """The keyword `x-vocabulary`: the value is a term; with `x-narrowest`, one without narrower terms."""
        vocabulary = self._vocabularies[name]
        if not isinstance(value, str) or not vocabulary.terms:
            return  # a list without terms could not be read, which is a problem of its own
        if not is_term(vocabulary, value, narrowest=schema.get("x-narrowest", False)):
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
