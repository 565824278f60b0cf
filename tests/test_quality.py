"""Style, types and sizes, so that no part grows beyond what one person can read."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MOST_LINES = 160
MOST_STATEMENT_LINES = 30
# Modules that may be longer, with the most lines each may have and the reason.
LONGER = {
    "catalogue.py": (180, "everything the site knows, and how it hangs together"),
    "front_matter.py": (240, "one reader: the ways in which a file can fail are told side by side"),
    "loading.py": (270, "the only file that reads records"),
    "markup.py": (210, "all that is known of Markdown, in one place"),
    "parts.py": (200, "one small class per part of a record"),
    "plain_yaml.py": (200, "one loader and one walk over what it composed"),
    "problems.py": (230, "the words of every message, one line each"),
    "schemas.py": (250, "the only file that knows JSON Schema"),
    "story.py": (205, "one small function per rule of the story"),
    "yaml_words.py": (250, "one small function per complaint of the YAML reader"),
}


@pytest.mark.parametrize(
    "command",
    [("ruff", "check", "hooks", "tests"), ("ruff", "format", "--check", "hooks", "tests"), ("mypy",)],
    ids=["style", "format", "types"],
)
def test_nothing_to_complain_of(command: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def modules() -> dict[str, str]:
    """The text of each module by its path below hooks/."""
    return {
        path.relative_to(ROOT / "hooks").as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "hooks").rglob("*.py"))
    }


def long_functions(name: str, text: str) -> Iterator[str]:
    """Functions with more lines of statements than one can take in: comments, blank lines and docstrings are free."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            lines = {line for one in body for line in range(one.lineno, (one.end_lineno or one.lineno) + 1)}
            filled = [line for line in lines if text.splitlines()[line - 1].strip(" \t)]}#")]
            if len(filled) > MOST_STATEMENT_LINES:
                yield f"{name}: {node.name} has {len(filled)} lines of statements"


def test_functions_are_short() -> None:
    assert [fault for name, text in modules().items() for fault in long_functions(name, text)] == []


def test_a_long_function_is_seen() -> None:
    lines = "\n".join(f"    x = {number}" for number in range(31))
    assert list(long_functions("a.py", f'def f():\n    """Text."""\n\n{lines}\n')) == [
        "a.py: f has 31 lines of statements"
    ]
    assert list(long_functions("a.py", f'def f():\n    """Text."""\n\n{lines[:-11]}\n')) == []


def test_modules_are_short() -> None:
    sizes = {name: len(text.splitlines()) for name, text in modules().items()}
    limits = {name: LONGER.get(Path(name).name, (MOST_LINES, ""))[0] for name in sizes}
    assert {name: size for name, size in sizes.items() if size > limits[name]} == {}


def test_only_long_modules_are_excused() -> None:
    sizes = {Path(name).name: len(text.splitlines()) for name, text in modules().items() if "/pages/" not in name}
    assert [name for name in LONGER if sizes.get(name, 0) <= MOST_LINES] == []


def undocumented(name: str, text: str) -> Iterator[str]:
    """A module, or public functions and classes of it, without a sentence on what they do."""
    tree = ast.parse(text)
    if not ast.get_docstring(tree):
        yield name
    public = (node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_")
    yield from (f"{name}: {node.name}" for node in public if not ast.get_docstring(node))


def test_everything_public_says_what_it_does() -> None:
    assert [fault for name, text in modules().items() for fault in undocumented(name, text)] == []
    assert list(undocumented("a.py", "def f(): ...\ndef _g(): ...\nclass C: ...")) == ["a.py", "a.py: f", "a.py: C"]
