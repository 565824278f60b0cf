"""Does with a change what is done with a pull request: python hooks/review.py [--base main] [--format text|github]

Says which files changed against the base, checks all records, builds the site, puts the pages of the changed records
into pull-request/preview/ and writes pull-request/report.md, with the checklist of what no machine can check.
"""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterable, Set
from pathlib import Path

import build
from check import add_to_summary
from whatworks.catalogue import Catalogue
from whatworks.file_names import printable
from whatworks.guides import Guide
from whatworks.library import LibraryEntry
from whatworks.loading import Loaded
from whatworks.pages import all_pages
from whatworks.promises import checked
from whatworks.records import FOLDERS
from whatworks.reports import FORMATS, as_markdown, code_block
from whatworks.surveys import Survey

ROOT = Path(__file__).resolve().parent.parent
FOLDER = "pull-request"
BASES = ("origin/main", "main", "HEAD")
# What a change may touch and still be content only; .github/workflows/check.yml names the same folders.
CONTENT = tuple(f"docs/{folder}/" for folder in FOLDERS)
NO_PREVIEW = "There is no preview: no page of a record changed."
NOT_BUILT = "There is no preview: the site was not built. Put the problems right first."


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Does all steps; the exit status is 1 if there is any problem or the site could not be built."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", help=f"what the change is compared with (the first of {', '.join(BASES)} there is)")
    parser.add_argument("--format", choices=("text", "github"), default="text", help="how to print problems")
    options = parser.parse_args(arguments)
    changed = changed_files(root, options.base or first_base(root))
    loaded = checked(root)
    print(FORMATS[options.format](loaded.problems, loaded.files, loaded.advice), flush=True)
    shutil.rmtree(root / FOLDER, ignore_errors=True)
    built = not loaded.problems and build.main(f"{FOLDER}/site", root=root) == 0
    addresses = addresses_of(changed, loaded.catalogue)
    if built:
        keep(root / FOLDER, addresses)
    (root / FOLDER).mkdir(exist_ok=True)
    text = report(changed, loaded, addresses if built else None, checklist(root))
    (root / FOLDER / "report.md").write_text(text, encoding="utf-8")
    add_to_summary(text)
    pages = f", the pages to read in {FOLDER}/preview/" if (root / FOLDER / "preview").exists() else ""
    print(f"The report is in {FOLDER}/report.md{pages}.")
    return 0 if built else 1


def git(root: Path, *arguments: str) -> list[str]:
    """What a command of Git prints, split where it ends each name."""
    done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True)
    return [name for name in done.stdout.decode("utf-8", "replace").split("\0") if name.strip()]


def first_base(root: Path) -> str:
    """The first of BASES that this copy of the project has."""
    for name in BASES:
        command = ["git", "-C", str(root), "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"]
        if subprocess.run(command, capture_output=True, check=False).returncode == 0:
            return name
    return BASES[-1]


def changed_files(root: Path, base: str) -> list[str]:
    """The files that are new, changed or gone since `base`, whether or not they are committed."""
    [since] = git(root, "merge-base", base, "HEAD")
    names = git(root, "diff", "--name-only", "--no-renames", "-z", since.strip(), "--")
    return sorted({*names, *git(root, "ls-files", "--others", "--exclude-standard", "-z")})


def is_content_only(changed: Iterable[str]) -> bool:
    """Whether a change touches records only, so that the code of the base can check it."""
    return all(name.startswith(CONTENT) for name in changed)


def addresses_of(changed: Iterable[str], catalogue: Catalogue) -> list[str]:
    """The pages to read: those of the changed records, and of the needs and approaches that list them."""
    names = set(changed)
    return [page.address for page in all_pages(catalogue) if page.file in names] + terms_of(names, catalogue)


def terms_of(changed: Set[str], catalogue: Catalogue) -> list[str]:
    """The pages of the needs and approaches that a changed case answers, or that another record names to be listed."""
    answers = [answer for case in catalogue.cases if case.path in changed for answer in case.answers]
    found = {f"/needs/{one.need}/" for one in answers} | {f"/approaches/{one.approach}/" for one in answers}
    others: tuple[Guide | Survey | LibraryEntry, ...] = (*catalogue.guides, *catalogue.surveys, *catalogue.resources)
    for one in (other for other in others if other.path in changed):
        found |= {f"/needs/{id}/" for id in one.needs} | {f"/approaches/{id}/" for id in one.approaches}
    return sorted(found)


def keep(folder: Path, addresses: Iterable[str]) -> None:
    """Keeps, of the site that was built, the pages at these addresses and what they look like."""
    site, preview = folder / "site", folder / "preview"
    for address in addresses:
        shutil.copytree(site / address.strip("/"), preview / address.strip("/"), dirs_exist_ok=True)
    if preview.exists():
        shutil.copytree(site / "assets", preview / "assets", dirs_exist_ok=True)
    shutil.rmtree(site)


def checklist(root: Path) -> str:
    """What no machine can check, from the reviewer's guide."""
    lines = (root / "REVIEWING.md").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if line.startswith("- [ ] "))


def report(changed: list[str], loaded: Loaded, addresses: list[str] | None, questions: str) -> str:
    """The report as Markdown; `addresses` is `None` where the site was not built."""
    kind = "Records only" if is_content_only(changed) else "More than records: the tests have to pass too"
    pages = NOT_BUILT if addresses is None else "\n".join(f"- `{one}`" for one in addresses) or NO_PREVIEW
    parts = [
        f"## What changed\n\n{kind}.\n\n{code_block(chr(10).join(map(printable, changed)) or 'nothing')}",
        as_markdown(loaded.problems, loaded.files, loaded.advice).strip(),
        f"## Pages to read\n\n{pages}",
        f"## For the reviewer: what no machine can check\n\n{questions}",
    ]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # messages have '…' in them
    sys.exit(main())
