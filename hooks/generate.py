"""Writes the files that are made from the schemas and the vocabularies: python hooks/generate.py

They are the form on GitHub, the annotated template and what editors complete with; no record is needed. The exit status
is 1 if any of them was not as it should be, and then it has been written anew. A test does the same without writing.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from whatworks.catalogue import Catalogue
from whatworks.forms.completion import completion
from whatworks.forms.form import form
from whatworks.forms.issue_form import as_yaml
from whatworks.forms.template import annotated
from whatworks.vocabulary_files import load_vocabularies

ROOT = Path(__file__).resolve().parent.parent
ISSUE_FORM = ".github/ISSUE_TEMPLATE/case.yml"
TEMPLATE = "schemas/templates/case_study.md"
COMPLETION = "schemas/editor/case_study.json"


def main(root: Path = ROOT) -> int:
    """Compares, writes what differs and names it."""
    wrong = {name: text for name, text in made(root).items() if not is_same(root / name, text)}
    for name, text in wrong.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{name} is written anew")
    return 1 if wrong else 0


def made(root: Path) -> Mapping[str, str]:
    """The text of each file, by its path."""
    schemas, vocabularies, _, _ = load_vocabularies(root)
    specification = form(schemas, Catalogue((), (), (), (), vocabularies))
    makers = {ISSUE_FORM: as_yaml, TEMPLATE: annotated, COMPLETION: completion}
    return {name: make(specification) for name, make in makers.items()}


def is_same(path: Path, text: str) -> bool:
    """Whether a file has this text."""
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
