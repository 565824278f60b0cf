"""Reports of a check: lines for people, JSON for programs, annotations and Markdown for a pull request.

What people contribute is untrusted: in Markdown it stands in code blocks, where nothing in it means anything.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from types import MappingProxyType

from whatworks.messages import MESSAGES
from whatworks.problems import Problem

MOST_ANNOTATIONS, MOST_LISTED = 10, 200
RANK: Mapping[str, int] = MappingProxyType({code: rank for rank, code in enumerate(MESSAGES)})
ADVICE = "Advice on plain English, for the writer to take or leave"


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in the order of MESSAGES, then by place.

    A file that cannot be read comes before fields that cannot, these before single fields, then what does not fit
    together, then the story: what hides other mistakes comes first.
    """
    return sorted(set(problems), key=lambda problem: (RANK[problem.code], problem))


def count_note(count: int, files: int) -> str:
    """The closing line of a report."""
    problems = "no problems" if not count else f"{count} problem{'s' * (count != 1)}"
    return f"{files} file{'s' * (files != 1)} checked, {problems}"


def as_text(problems: Iterable[Problem], files: int, advice: Iterable[Problem] = ()) -> str:
    """A line per problem in order, then a count; then the advice, which is no error."""
    ordered, hints = sorted(set(problems)), sorted(set(advice))
    lines = [*map(str, ordered), count_note(len(ordered), files)]
    if hints:
        lines += ["", "Advice on plain English, for you to take or leave:", *map(str, hints)]
    return "\n".join(lines) + "\n"


def as_json(problems: Iterable[Problem], files: int, advice: Iterable[Problem] = ()) -> str:
    """The problems and the advice as JSON, for programs."""
    found = {"problems": problems, "advice": advice}
    report = {"files": files, **{name: [asdict(one) for one in sorted(set(ones))] for name, ones in found.items()}}
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"


def as_github(problems: Iterable[Problem], files: int, advice: Iterable[Problem] = ()) -> str:
    """At most ten workflow commands, which GitHub shows beside the lines: errors, worst first, then advice.

    GitHub drops what goes beyond ten of a kind; the last lines say how many are in the summary only. Source of the
    limit and of the escapes: GitHub's documentation of workflow commands.
    """
    errors, hints = worst_first(problems), sorted(set(advice))
    shown = [("error", one) for one in errors] + [("notice", one) for one in hints]
    lines = [_command(kind, problem) for kind, problem in shown[:MOST_ANNOTATIONS]]
    rest = len(shown) - len(lines)
    more = [f"{rest} more in the summary of this run"] if rest > 0 else []
    return "\n".join([*lines, *more, count_note(len(errors), files)]) + "\n"


def _command(kind: str, problem: Problem) -> str:
    place = f"file={_escaped(problem.path, name=True)},line={problem.line},col={problem.column}"
    return f"::{kind} {place}::{_escaped(problem.statement)}"


def _escaped(text: str, *, name: bool = False) -> str:
    """A text as it may stand in a workflow command; in a name, more characters mean something."""
    pairs = [("%", "%25"), ("\r", "%0D"), ("\n", "%0A")]
    for plain, code in pairs + [(":", "%3A"), (",", "%2C")] * name:
        text = text.replace(plain, code)
    return text


def as_markdown(problems: Iterable[Problem], files: int, advice: Iterable[Problem] = ()) -> str:
    """All problems, worst first, and apart from them the advice, each in a code block under a heading."""
    errors, hints = worst_first(problems), sorted(set(advice))
    parts = [f"## Check: {count_note(len(errors), files)}", *_listed(errors)]
    if hints:
        parts += [f"## {ADVICE}", *_listed(hints)]
    return "\n\n".join(parts) + "\n"


def _listed(problems: list[Problem]) -> list[str]:
    """A code block with a line per problem, up to a limit, and how many are left out."""
    if not problems:
        return []
    block = code_block("\n".join(map(str, problems[:MOST_LISTED])))
    rest = len(problems) - MOST_LISTED
    return [block, f"And {rest} more: `make check` lists them all."] if rest > 0 else [block]


def code_block(text: str) -> str:
    """A text as a code block of Markdown that nothing in it can end."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


Format = Callable[[Iterable[Problem], int, Iterable[Problem]], str]
FORMATS: Mapping[str, Format] = MappingProxyType(
    {"text": as_text, "github": as_github, "json": as_json, "markdown": as_markdown}
)
