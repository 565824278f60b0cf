"""Makes a pull request of a form that somebody filled in on GitHub: python hooks/from_issue.py EVENT

EVENT is the file in which GitHub tells a workflow what happened. Its text is untrusted. It reaches files and the
standard input of programs, never a command line; only the number of the form is part of a name. What is printed here
has none of it either, as GitHub reads commands in what a workflow prints.
"""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

from review import checklist
from whatworks.file_names import GOOD_NAME
from whatworks.forms.form import form
from whatworks.forms.issue_answers import read
from whatworks.forms.writing import File, as_file
from whatworks.loading import load
from whatworks.reports import as_markdown, code_block

ROOT = Path(__file__).resolve().parent.parent
FOLDER = "docs/case_studies"
NAME, EMAIL = "github-actions[bot]", "github-actions[bot]@users.noreply.github.com"
MOST_CHARACTERS = 60_000  # GitHub takes a little more for a pull request


def main(event: str, root: Path = ROOT) -> int:
    """Writes the record on a branch of its own, checks it, and opens or updates the pull request."""
    happened = json.loads(Path(event).read_text(encoding="utf-8"))
    issue = happened["issue"]
    number, day = int(issue["number"]), date.fromisoformat(str(issue["created_at"])[:10]).isoformat()
    loaded = load(root)
    specification = form(loaded.schemas, loaded.catalogue)
    reading = read(str(issue.get("body") or ""), specification, day)
    file = as_file(reading.values, specification, day)
    name = free_name(root, file, number)
    (root / FOLDER / name).write_text(file.text, encoding="utf-8", newline="\n")
    text = report(root, number, name, reading.unread)
    propose(root, str(happened["repository"]["default_branch"]), number, name, text)
    return 0


def free_name(root: Path, file: File, number: int) -> str:
    """The name of the new file: never that of another record, and never a path."""
    if not GOOD_NAME.match(file.name):
        raise ValueError(file.name)
    taken = (root / FOLDER / file.name).exists()
    return f"{file.name.removesuffix('.md')}-{number}.md" if taken else file.name


def report(root: Path, number: int, name: str, unread: tuple[str, ...]) -> str:
    """What the pull request says: where the record comes from, what the check says, and what to look at."""
    loaded, path = load(root), f"{FOLDER}/{name}"
    problems = [problem for problem in loaded.problems if problem.path == path]
    advice = [hint for hint in loaded.advice if hint.path == path]
    parts = [
        f"Somebody filled in the form in #{number}. This is the record that was made of it. Closes #{number}.",
        f"Nobody has read it yet. The name of the file is the page's address, for ever: `{path}`.",
        as_markdown(problems, 1, advice).strip(),
        *([f"## What could not be read\n\n{code_block(chr(10).join(unread))}"] if unread else []),
    ]
    questions = f"\n\n## For the reviewer: what no machine can check\n\n{checklist(root)}\n"
    return shortened("\n\n".join(parts)) + questions


def shortened(text: str) -> str:
    """A text that GitHub takes; a code block that is cut is closed."""
    if len(text) <= MOST_CHARACTERS:
        return text
    cut = text[:MOST_CHARACTERS].rpartition("\n")[0]
    fences = [line for line in cut.split("\n") if line.startswith("```")]
    closing = fences[-1].removesuffix("text") if fences[-1:] and fences[-1].endswith("text") else ""
    return f"{cut}\n{closing}\n\nAnd more: `make check` says all."


def propose(root: Path, base: str, number: int, name: str, text: str) -> None:
    """Puts the record on the branch of this form; where a person has worked on it, only tells what came."""
    branch = f"case-form-{number}"
    who = ["-c", f"user.name={NAME}", "-c", f"user.email={EMAIL}"]
    run(root, "git", "switch", "--quiet", "-c", branch)
    run(root, "git", "add", "--", f"{FOLDER}/{name}")
    run(root, "git", *who, "commit", "--quiet", "-m", f"Add a case from the form in #{number}")
    if not is_ours(root, branch):
        record = (root / FOLDER / name).read_text(encoding="utf-8")
        came = f"The form was filled in anew. As somebody has worked on this branch, it was left alone.\n\n{text}"
        run(root, "gh", "pr", "comment", branch, "--body-file", "-", text=shortened(f"{came}\n{code_block(record)}"))
        print(f"{branch} was left alone")
        return
    run(root, "git", "push", "--quiet", "--force", "origin", f"HEAD:refs/heads/{branch}")
    numbers = run(root, "gh", "pr", "list", "--head", branch, "--state", "open", "--json", "number")
    if found := json.loads(numbers):
        run(root, "gh", "pr", "edit", str(int(found[0]["number"])), "--body-file", "-", text=text)
    else:
        title = ["--title", f"Case from the form in #{number}"]
        run(root, "gh", "pr", "create", "--base", base, "--head", branch, *title, "--body-file", "-", text=text)
    print(f"{branch} has the record")


def is_ours(root: Path, branch: str) -> bool:
    """Whether the branch is not there yet, or nobody but this program has worked on it last."""
    place = f"refs/heads/{branch}"
    if not run(root, "git", "ls-remote", "origin", place).strip():
        return True
    run(root, "git", "fetch", "--quiet", "--depth=1", "origin", place)
    return run(root, "git", "log", "-1", "--format=%ae", "FETCH_HEAD").strip() == EMAIL


def run(root: Path, *command: str, text: str = "") -> str:
    """What a program prints; `text` is its standard input. No shell reads any of it."""
    done = subprocess.run(command, cwd=root, input=text, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
