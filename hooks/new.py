"""Makes a record: python hooks/new.py [--from FILE [--as NAME] [--replace]]

Without a file it asks the questions of the form and keeps every answer at once in drafts/new.json. With a file it takes
in what somebody sent: a record that was downloaded, a letter with a record in it, or a filled-in form from GitHub. The
record goes to docs/case_studies/, and to no other place, under its right name, and the check reads it.
"""

import argparse
import email
import email.policy
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from check import main as check
from whatworks.drafts import problems_of
from whatworks.file_names import GOOD_NAME, better_name
from whatworks.forms.assembling import assembled
from whatworks.forms.form import form
from whatworks.forms.incoming import find, name_of
from whatworks.forms.interview import Answers, Ways, interview
from whatworks.forms.issue_answers import read
from whatworks.forms.issue_form import TERMS_LABEL
from whatworks.forms.questions import Question, questions
from whatworks.forms.writing import File, as_file, file_name
from whatworks.front_matter import parse
from whatworks.loading import Loaded, load

ROOT = Path(__file__).resolve().parent.parent
FOLDER, DRAFT = "docs/case_studies", "drafts/new.json"
MOST_BYTES = 1_000_000
# What is not yet wrong while somebody is still answering.
NOT_YET = frozenset({"missing", "missing_section", "no_body", "unused_source", "too_few", "figure_not_below"})
NEXT = """
{first}Read the page as a stranger would: make serve
See what reviewers will see: make pull-request
Then open a pull request. CONTRIBUTING.md says what happens to it."""


def main(
    arguments: list[str] | None = None, root: Path = ROOT, ask: Callable[[str], str] = input, day: str = ""
) -> int:
    """Takes in a file or asks; the exit status is 1 where nothing was written or the check finds a problem."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="file", type=Path, help="a file that somebody sent")
    parser.add_argument("--as", dest="name", default="", help="the name for the file: place and deed")
    parser.add_argument("--replace", action="store_true", help="write over the record of this name")
    options = parser.parse_args(arguments)
    loaded, day = load(root), day or date.today().isoformat()
    made = taken_in(options.file, loaded, day) if options.file else asked_for(root, loaded, ask, day)
    if made is None:
        return 1
    name = f"{better_name(options.name).removesuffix('.md')}.md" if options.name else made.name
    path = root / FOLDER / name
    if refusal := why_not(path, replace=options.replace):
        print(refusal)
        return 1
    path.write_text(made.text, encoding="utf-8", newline="\n")
    print(f"\n{'Written anew' if options.replace else 'Written'}: {FOLDER}/{name}\n", flush=True)
    if not options.file:
        (root / DRAFT).unlink(missing_ok=True)
    status = check([str(path)], root)
    print(NEXT.format(first="Put right what the check names, and run: make check\n" if status else ""))
    return status


def why_not(path: Path, *, replace: bool) -> str:
    """Why a file may not be written: it has no good name, or stands there already. Nothing, if it may."""
    if not GOOD_NAME.match(path.name):
        return f"'{path.name}' is no name for a record. Give one with --as: small letters, digits and hyphens."
    if path.is_symlink() or (path.exists() and not path.is_file()):
        return f"{FOLDER}/{path.name} is no plain file. Nothing was written."
    if path.exists() and not replace:
        return (
            f"{FOLDER}/{path.name} is there already. Nothing was written. If this is a newer version of it, add "
            "--replace; if it is another case, give it a name with --as."
        )
    return ""


def taken_in(file: Path, loaded: Loaded, day: str) -> File | None:
    """The record in a file that somebody sent, or `None`, which is told."""
    text = text_of(file)
    if f"### {TERMS_LABEL}" in text:
        specification = form(loaded.schemas, loaded.catalogue)
        reading = read(text, specification, day)
        print("".join(f"{line}\n" for line in reading.unread), end="")
        return as_file(reading.values, specification, day)
    if found := find(text):
        if found.around:
            print("Words stood around the record and were left out. See whether the end of the story is right.")
        named = file_name({}, parse(found.text, "")[0].data)
        return File(name_of(file.name) or found.name or named, found.text)
    print(f"No record was found in {file.name}. It begins with a line '---', its fields, and a second line '---'.")
    return None


def text_of(file: Path) -> str:
    """The text of a file; of a letter that was saved, its own words."""
    with file.open("rb") as opened:
        content = opened.read(MOST_BYTES)
    if file.suffix.lower() == ".eml":
        body = email.message_from_bytes(content, policy=email.policy.default).get_body(("plain",))
        return str(body.get_content()) if body else ""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def asked_for(root: Path, loaded: Loaded, ask: Callable[[str], str], day: str) -> File | None:
    """The record that somebody answered for, or `None` where they stopped; the draft has every answer."""
    specification, draft = form(loaded.schemas, loaded.catalogue), root / DRAFT
    answers = drafted(draft)
    asked = questions(specification, later=True)

    def file_of(answers: Answers) -> File:
        told = ((one, answers[one.id]) for one in asked if one.id in answers)
        return as_file(assembled(told, specification, day)[0], specification, day)

    def problems(answers: Answers, one: Question) -> list[str]:
        file, kind = file_of(answers), "brief" if answers.get("depth") == "brief" else "case_study"
        label = "Story" if one.kind == "story" else loaded.schemas.label(kind, one.path)
        found = problems_of(file.text, file.name.removesuffix(".md"), loaded)
        return [problem.message for problem in found if problem.field == label and problem.code not in NOT_YET]

    def keep(answers: Answers) -> None:
        draft.parent.mkdir(exist_ok=True)
        draft.write_text(json.dumps(answers, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    print("Enter leaves a question out, ? explains it, Ctrl+C stops. Every answer is kept in drafts/new.json.")
    if answers:
        print(f"Your draft has {len(answers)} answers. They are not asked again; delete {DRAFT} to begin anew.")
    try:
        interview(specification, asked, answers, Ways(ask, print, problems, keep))
        file = file_of(answers)
        name = ask(f"\nThe name of the file, place and deed, is the page's address for ever. [{file.name}] ").strip()
        return File(better_name(name) if name else file.name, file.text)
    except (KeyboardInterrupt, EOFError):
        print(f"\nStopped. Your answers are in {DRAFT}; the same command goes on from there.")
        return None


def drafted(draft: Path) -> Answers:
    """The answers of a draft; one that cannot be read is set aside under another name."""
    try:
        return dict(json.loads(draft.read_text(encoding="utf-8"))) if draft.is_file() else {}
    except ValueError:
        draft.replace(draft.with_suffix(".unreadable"))
        print(f"{DRAFT} could not be read. It is now called {draft.with_suffix('.unreadable').name}.")
        return {}


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # words have '…' in them
    sys.exit(main())
