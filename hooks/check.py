"""Checks all records, or the files named: python hooks/check.py [files] [--format text|github|json]"""

import argparse
import sys
from pathlib import Path

from whatworks.loading import load
from whatworks.problems import FORMATS

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Prints all problems and a count; the exit status is 1 if there is any problem."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="the files to report on (all if none is named)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print problems")
    options = parser.parse_args(arguments)
    loaded = load(root)
    problems, files = loaded.problems, loaded.files
    if options.files:
        named = {path.resolve() for path in options.files}
        absent = [str(path) for path in options.files if not path.exists()]
        if absent:
            parser.error(f"there is no file {absent[0]}")
        problems = tuple(p for p in problems if any((root / p.path).resolve().is_relative_to(one) for one in named))
        files = len(named)
    sys.stdout.write(FORMATS[options.format](problems, files))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
