"""The only file that reads schemas/: the JSON Schemas, and the vocabularies that they name."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from whatworks.front_matter import from_bytes, read_yaml
from whatworks.mending import usable
from whatworks.placed_text import Document
from whatworks.problems import Problem
from whatworks.schemas import Schemas
from whatworks.vocabularies import HOME, Vocabularies, Vocabulary

# Lists that no field names: they help readers and writers.
FOR_READERS = (
    *("everyday_words", "glossary", "guide_questions", "key_figures", "stage_questions", "survey_subjects"),
    "words_to_avoid",
)


def load_vocabularies(root: Path) -> tuple[Schemas, Vocabularies, Mapping[str, Document], list[Problem]]:
    """The schemas, the vocabularies, those that fit their schema as they were read, and what is wrong.

    A list with mistakes keeps its good terms; one that cannot be read at all is there without terms.
    """
    files = {
        path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((root / "schemas").glob("*.schema.json"))
    }
    plain = Schemas(files, {})
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for name in (*plain.vocabulary_names(), *FOR_READERS):
        path = root / HOME / f"{name}.yml"
        content = path.read_bytes() if path.is_file() else b""
        documents[name], found = from_bytes(content, f"{HOME}/{name}.yml", read_yaml)
        problems += found
        if documents[name].data:
            problems += documents[name].sure(plain.problems("vocabulary", documents[name]))
    vocabularies = {
        name: Vocabulary.from_data(name, usable(name, document.data)) for name, document in documents.items()
    }
    sound = {name: document for name, document in documents.items() if document.data == usable(name, document.data)}
    return Schemas(files, vocabularies), MappingProxyType(vocabularies), sound, problems
