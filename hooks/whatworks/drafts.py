"""What the check says of a text that is no file yet, beside the records that are there."""

from types import MappingProxyType

from whatworks.checking import checked
from whatworks.front_matter import parse
from whatworks.loading import Loaded
from whatworks.problems import Problem
from whatworks.records import Read
from whatworks.rules import Around

FOLDER = "case_studies"


def problems_of(text: str, id: str, loaded: Loaded) -> list[Problem]:
    """The problems of the case `id` with this text, in their order."""
    document, problems = parse(text, f"docs/{FOLDER}/{id}.md")
    files = frozenset(path.removeprefix("docs/") for path in loaded.paths if path.startswith("docs/"))
    cases = frozenset(case.id for case in loaded.catalogue.cases) | {id}
    sources = MappingProxyType(dict(loaded.catalogue.source_by_id))
    figures = {survey.id: frozenset(one.id for one in survey.figures) for survey in loaded.catalogue.surveys}
    around = Around(loaded.schemas, cases, sources, files, figures=MappingProxyType(figures))
    found = checked(Read(id, FOLDER, document, tuple(problems)), around)
    return sorted({*problems, *found})
