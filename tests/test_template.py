"""The annotated template and what editors complete with; that their files are in step is tested with the form."""

import json
from typing import Any

from jsonschema import Draft7Validator

import generate
from test_golden_problems import ROOT
from test_issue_form import small
from test_records import loaded
from whatworks.drafts import problems_of
from whatworks.forms.completion import completion
from whatworks.forms.template import annotated
from whatworks.front_matter import parse


def read(name: str) -> str:
    """A file that is made from the schemas."""
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_template_is_a_record_without_a_mistake() -> None:
    assert [str(one) for one in problems_of(read(generate.TEMPLATE), "anytown-template", loaded())] == []


def test_every_field_is_in_the_template_with_what_it_is_for() -> None:
    text = annotated(small()[1])
    for node in small()[1]["fields"]:
        assert f"\n# {node['title']}. {node['description']} " in text, node["name"]
        assert f"\n{node['name']}:" in text or f"\n# {node['name']}:" in text, node["name"]


def schema() -> Any:
    """The schema that editors use."""
    return json.loads(completion(small()[1]))


def test_editors_know_every_term_with_its_meaning() -> None:
    need = schema()["properties"]["answers"]["items"]["properties"]["need"]
    terms = {term["id"]: term for term in small()[1]["vocabularies"]["needs"]["terms"]}
    assert need["enum"] == [id for id, term in terms.items() if term.get("broader")]
    first = terms[need["enum"][0]]
    assert need["enumDescriptions"][0] == f"{first['label']}: {first['definition']}"
    assert "not reported" in [one.get("const") for one in schema()["properties"]["stage"]["anyOf"]]


def test_what_editors_accept_is_what_the_records_have() -> None:
    Draft7Validator.check_schema(schema())
    full = json.loads(read(generate.COMPLETION))
    validator = Draft7Validator(full)
    for case in list(loaded().catalogue.cases)[:40]:
        data = parse((ROOT / case.path).read_text(encoding="utf-8"), case.path)[0].data
        assert [error.message for error in validator.iter_errors(data)] == [], case.id
    assert [error.message for error in validator.iter_errors({**data, "setting": "nowhere"})] != []
    assert [error.message for error in validator.iter_errors({**data, "colour": "red"})] != []
