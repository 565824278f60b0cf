"""Checks all records, or the files named: python hooks/check.py [files] [--format text|github|json|markdown]

With `--format github`, the whole report goes to the summary of the run as well, where GitHub names a file for it.
"""

import argparse
import os
import sys
from pathlib import Path

from whatworks.promises import checked
from whatworks.reports import FORMATS, as_markdown

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Prints all problems and a count; the exit status is 1 if there is any problem."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="the files to report on (all if none is named)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print problems")
    options = parser.parse_args(arguments)
    loaded = checked(root)
    problems, paths = loaded.problems, loaded.paths
    if options.files:
        named = [_place(path) for path in options.files]
        paths = tuple(path for path in paths if any(_place(root / path).is_relative_to(one) for one in named))
        for path, place in zip(options.files, named, strict=True):
            if not any(_place(root / one).is_relative_to(place) for one in paths):
                parser.error(f"'{path}' is no record and no list of terms of this project")
        problems = tuple(problem for problem in problems if problem.path in paths)
    advice = tuple(hint for hint in loaded.advice if hint.path in paths)
    if options.format == "github":
        add_to_summary(as_markdown(problems, len(paths), advice))
    sys.stdout.write(FORMATS[options.format](problems, len(paths), advice))
    return 1 if problems else 0


def add_to_summary(text: str) -> None:
    """Adds Markdown to the summary that GitHub shows of a run; elsewhere there is none."""
    if name := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(name).open("a", encoding="utf-8") as file:
            file.write(f"{text}\n")


def _place(path: Path) -> Path:
    """Where a file is, links to it not followed."""
    return path.parent.resolve() / path.name


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # messages have '…' in them
    sys.exit(main())
