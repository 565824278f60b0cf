"""The shape of the project: which part may import which, and what no part may do."""

import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from mkdocs.config import load_config

from whatworks.safe_markup import EXTENSIONS

ROOT = Path(__file__).resolve().parent.parent
HOOKS = ROOT / "hooks"
CORE = HOOKS / "whatworks"
# What each part of the core may import from the core. Nothing else: a new edge is a decision, to be made here.
RECORDS = {
    *("case_studies", "frameworks", "guides", "history", "library", "meeting_tools", "parts", "starts", "surveys"),
}
MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "messages": set(),
    "problems": {"messages"},
    "yaml_words": set(),
    "figures": set(),
    "markup": set(),
    "safe_markup": set(),
    "resources": set(),
    "assets": set(),
    "published": set(),
    "ledger": {"problems"},
    "redirects": {"ledger", "parts"},
    "redirect_rules": {"ledger", "placed_text", "plain_yaml", "problems", "schemas"},
    "archive": {
        *("clean_text", "front_matter", "ledger", "placed_text", "problems", "redirect_rules", "redirects", "schemas"),
    },
    "notices": {"catalogue", "ledger", "redirects"},
    "promises": {
        *("catalogue", "exports", "ledger", "loading", "notices", "pages", "problems", "published"),
        *("records", "redirect_rules", "tool_links"),
    },
    "finishing": {
        *("archive", "assets", "catalogue", "documents", "exports", "loading", "offline", "pages", "promises"),
        *("published", "search"),
    },
    "vocabularies": set(),
    "mending": {"vocabularies"},
    "reports": {"messages", "problems"},
    "file_names": {"problems"},
    "plain_yaml": {"yaml_words"},
    "clean_text": {"problems"},
    "placed_text": {"plain_yaml", "problems"},
    "front_matter": {"clean_text", "placed_text", "plain_yaml", "problems", "yaml_words"},
    "reasons": {"problems", "yaml_words"},
    "annotations": {"plain_yaml", "reasons"},
    "term_reasons": {"problems", "reasons", "vocabularies"},
    "schemas": {"annotations", "placed_text", "plain_yaml", "problems", "reasons", "term_reasons", "vocabularies"},
    "parts": {"reasons"},
    "history": {"parts"},
    "case_studies": {"history", "parts"},
    "library": {"history", "parts"},
    "guides": {"history", "parts"},
    "starts": {"parts"},
    "meeting_tools": {"guides", "history", "parts"},
    "surveys": {"history", "parts"},
    "frameworks": {"history", "parts"},
    "drawings": {"frameworks"},
    "versions": {"catalogue", "history"},
    "guidance": set(),
    "catalogue": {*RECORDS, "guidance", "ledger", "redirects", "vocabularies"},
    "areas": {"case_studies", "catalogue", "parts", "vocabularies"},
    "changes": {*RECORDS, "catalogue", "guidance"},
    "freshness": {"case_studies", "catalogue", "changes", "citing"},
    "guidance_rules": {
        "catalogue",
        "changes",
        "guidance",
        "placed_text",
        "plain_yaml",
        "problems",
        "rules",
        "schemas",
    },
    "citing": {*RECORDS, "catalogue"},
    "citation_formats": set(),
    "references": {*RECORDS, "catalogue", "citation_formats", "citing", "versions", "vocabularies"},
    "linked_data": {"case_studies", "catalogue", "citing", "guides", "library", "parts", "versions", "vocabularies"},
    "facets": {"case_studies"},
    "filters": {"case_studies", "catalogue", "facets", "parts"},
    **{name: {"case_studies", "catalogue", "filters", "vocabularies"} for name in ("gaps", "stages")},
    "tool_links": {"catalogue", "filters", "ledger", "stages"},
    "traits": {"case_studies", "catalogue"},
    "relations": {"case_studies", "catalogue", "filters", "traits"},
    "pointers": {"case_studies", "catalogue", "guides", "surveys"},
    "charts": {"surveys"},
    "vocabulary_rules": {"library", "placed_text", "plain_yaml", "problems"},
    "addresses": {"catalogue", "filters", "vocabularies"},
    "rules": {
        "addresses",
        "figures",
        "library",
        "markup",
        "placed_text",
        "plain_yaml",
        "problems",
        "reasons",
        "safe_markup",
        "schemas",
    },
    "glossary": {"vocabularies"},
    "fields": {"annotations", "reasons"},
    "plain_english": {"glossary", "markup", "plain_yaml", "problems", "rules", "vocabularies"},
    "records": {*RECORDS, "catalogue", "placed_text", "problems", "vocabularies"},
    "checking": {"addresses", "library", "problems", "records", "rules", "schemas", "vocabularies"},
    "vocabulary_files": {"front_matter", "mending", "placed_text", "problems", "schemas", "vocabularies"},
    "loading": {
        *("archive", "catalogue", "checking", "file_names", "front_matter", "guidance_rules", "placed_text"),
        *(
            "plain_english",
            "problems",
            "records",
            "rules",
            "schemas",
            "vocabularies",
            "vocabulary_files",
            "vocabulary_rules",
        ),
    },
    "pages": {
        *RECORDS,
        *(
            "areas",
            "catalogue",
            "changes",
            "charts",
            "citing",
            "drawings",
            "facets",
            "filters",
            "exports",
            "fields",
            "freshness",
            "gaps",
            "guidance",
            "ledger",
            "linked_data",
            "markup",
            "notices",
            "redirects",
            "references",
            "pointers",
            "relations",
            "resources",
            "stages",
            "versions",
            "vocabularies",
        ),
    },
    "drafts": {"checking", "front_matter", "loading", "problems", "records", "rules"},
    "search": {*RECORDS, "assets", "catalogue", "markup", "resources", "vocabularies"},
    "exports": {
        *RECORDS,
        *(
            "areas",
            "catalogue",
            "changes",
            "citing",
            "facets",
            "fields",
            "filters",
            "freshness",
            "ledger",
            "markup",
            "notices",
            "reasons",
            "redirects",
            "references",
            "resources",
            "versions",
            "vocabularies",
        ),
    },
    "offline": {"catalogue", "citing", "resources", "search"},
    "documents": {*RECORDS, "catalogue", "citing"},
    "forms": {
        *RECORDS,
        *("catalogue", "clean_text", "figures", "file_names", "front_matter", "markup", "messages"),
        *("plain_yaml", "problems", "reasons", "rules", "schemas", "vocabularies"),
    },
}
# Which parts know which package.
PACKAGES: dict[str, set[str]] = {
    "frontmatter": {"front_matter"},
    "yaml": {"plain_yaml", "reasons", "yaml_words"},
    "jsonschema": {"schemas"},
    "referencing": {"schemas"},
    "markdown": {"safe_markup"},
    "nh3": {"safe_markup"},
    "jinja2": {"resources"},
    "markupsafe": {"glossary", "pages"},
    "feedgen": {"exports"},
    "lunr": {"search"},
    "lxml": {"published"},
    "minify": {"assets"},
    "zopfli": {"search"},
    "bibtexparser": {"citation_formats"},
    "rispy": {"citation_formats"},
    "rdflib": {"exports"},
    "docx": {"documents"},
    "altair": {"charts"},
    "vl_convert": {"charts"},
}
# What looks like a way to files and is none: documents are packed in memory.
IN_MEMORY = {"documents": {"io"}}
READERS = {
    *("archive", "finishing", "loading", "offline", "promises", "published", "resources", "search"),
    "vocabulary_files",
}
WRITERS = {"finishing", "search"}
FILES = {"glob", "io", "os", "pathlib", "shutil", "subprocess", "tempfile"}
READS = {"glob", "iglob", "iterdir", "open", "read_bytes", "read_text", "rglob", "scandir", "walk"}
WRITES = {"mkdir", "rename", "rmdir", "rmtree", "symlink_to", "touch", "unlink", "write_bytes", "write_text"}
NETWORK = {"aiohttp", "asyncio", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "urllib3"}
CLOCK = {"ctime", "fromtimestamp", "localtime", "monotonic", "now", "perf_counter", "time_ns", "today", "utcnow"}

Source = tuple[str, ast.Module]
Fault = Callable[[str, ast.Module], Iterator[str]]


def part(path: Path) -> str:
    """The part of the core that a file belongs to: a package or a module."""
    return path.relative_to(CORE).parts[0].removesuffix(".py")


def parsed(folder: Path) -> list[Source]:
    """The files of a folder, each with the name of its part or, outside the core, of itself."""
    paths = sorted(folder.rglob("*.py"))
    names = [part(path) if path.is_relative_to(CORE) else path.name for path in paths]
    return [(name, ast.parse(path.read_text(encoding="utf-8"))) for name, path in zip(names, paths, strict=True)]


def imports(tree: ast.Module) -> Iterator[str]:
    """The full names that a file imports; a relative import is the name '.'."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{one.name}" if not node.level else "." for one in node.names)


def used(tree: ast.Module) -> Iterator[str]:
    """The names and attributes that a file uses, with those that it imports by name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.ImportFrom):
            yield from (one.name for one in node.names)


def wrong_way(name: str, tree: ast.Module) -> Iterator[str]:
    """Imports within the core that the table does not allow."""
    for target in imports(tree):
        steps = target.split(".")
        # `from whatworks import markup` and `from whatworks.markup import words` lead to the same part.
        if steps[0] == "whatworks" and steps[1] != name and steps[1] not in MAY_IMPORT.get(name, ()):
            yield f"{name} imports {steps[1]}"
        if target == ".":
            yield f"{name} has a relative import"


def strange_package(name: str, tree: ast.Module) -> Iterator[str]:
    """Imports of packages by parts that are not to know them."""
    for package in {target.split(".")[0] for target in imports(tree)}:
        own = package in ("", "whatworks") or package in sys.stdlib_module_names
        if not own and name not in PACKAGES.get(package, ()):
            yield f"{name} imports {package}"


def knows_mkdocs(name: str, tree: ast.Module) -> Iterator[str]:
    """Imports of the site generator outside the adapter."""
    for target in imports(tree):
        if target.split(".")[0] in ("mkdocs", "material", "properdocs") and name != "mkdocs_hooks.py":
            yield f"{name} imports {target.split('.')[0]}"


def touches_files(name: str, tree: ast.Module) -> Iterator[str]:
    """Ways to files in parts that have no business with them."""
    if name not in READERS:
        roots = {target.split(".")[0] for target in imports(tree)}
        yield from (f"{name} imports {one}" for one in sorted(roots & FILES - IN_MEMORY.get(name, set())))
        yield from (f"{name} uses {one}" for one in sorted(set(used(tree)) & (READS | WRITES)))
    elif name not in WRITERS:
        yield from (f"{name} uses {one}" for one in sorted(set(used(tree)) & WRITES))


def reads_the_clock(name: str, tree: ast.Module) -> Iterator[str]:
    """Anything that is different tomorrow."""
    if "time" in {target.split(".")[0] for target in imports(tree)}:
        yield f"{name} imports time"
    yield from (f"{name} uses {one}" for one in sorted(set(used(tree)) & CLOCK))


def uses_the_network(name: str, tree: ast.Module) -> Iterator[str]:
    """Ways to other computers."""
    for target in sorted(set(imports(tree))):
        if target.split(".")[0] in NETWORK or target.startswith("urllib.request"):
            yield f"{name} imports {target}"


def imports_by_name(name: str, tree: ast.Module) -> Iterator[str]:
    """Imports that the other tests could not see."""
    hidden = {"__import__", "import_module", "exec", "eval"}
    yield from (f"{name} uses {one}" for one in sorted(set(used(tree)) & hidden))


IN_THE_CORE: dict[str, Fault] = {
    fault.__name__: fault
    for fault in (
        wrong_way,
        strange_package,
        knows_mkdocs,
        touches_files,
        reads_the_clock,
        uses_the_network,
        imports_by_name,
    )
}


@pytest.mark.parametrize("rule", sorted(IN_THE_CORE))
def test_the_core_keeps_to(rule: str) -> None:
    assert [fault for name, tree in parsed(CORE) for fault in IN_THE_CORE[rule](name, tree)] == []


def test_only_the_adapter_knows_mkdocs_and_no_program_has_a_way_to_other_computers() -> None:
    programs = [(path.name, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(HOOKS.glob("*.py"))]
    assert [fault for name, tree in programs for fault in knows_mkdocs(name, tree)] == []
    assert [fault for name, tree in programs for fault in uses_the_network(name, tree)] == []
    assert "mkdocs" in {target.split(".")[0] for name, tree in programs for target in imports(tree)}


def test_no_test_looks_at_a_clock_but_to_wait_for_a_program() -> None:
    tests = [(path.name, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(ROOT.glob("tests/**/*.py"))]
    found = {name for name, tree in tests if {"perf_counter", "process_time", "monotonic", "time_ns"} & {*used(tree)}}
    assert found == {"test_serve.py"}


@pytest.mark.parametrize(
    ("rule", "name", "code", "fault"),
    [
        ("wrong_way", "problems", "from whatworks.schemas import Schemas", "problems imports schemas"),
        ("wrong_way", "pages", "from whatworks import loading", "pages imports loading"),
        ("wrong_way", "catalogue", "import whatworks.rules.story", "catalogue imports rules"),
        ("wrong_way", "catalogue", "def f():\n    import whatworks.pages", "catalogue imports pages"),
        ("wrong_way", "pages", "from . import cases", "pages has a relative import"),
        ("strange_package", "rules", "import jsonschema", "rules imports jsonschema"),
        ("strange_package", "pages", "from jinja2 import Template", "pages imports jinja2"),
        ("knows_mkdocs", "pages", "from mkdocs.structure import files", "pages imports mkdocs"),
        ("touches_files", "catalogue", "from pathlib import Path", "catalogue imports pathlib"),
        ("touches_files", "rules", "open('x')", "rules uses open"),
        ("touches_files", "pages", "x.read_text()", "pages uses read_text"),
        ("touches_files", "schemas", "x.glob('*')", "schemas uses glob"),
        ("touches_files", "loading", "x.write_text('y')", "loading uses write_text"),
        ("reads_the_clock", "rules", "from datetime import date\ndate.today()", "rules uses today"),
        ("reads_the_clock", "pages", "import datetime\ndatetime.datetime.now()", "pages uses now"),
        ("reads_the_clock", "search", "from time import sleep", "search imports time"),
        ("uses_the_network", "search", "from urllib import request", "search imports urllib.request"),
        ("uses_the_network", "published", "import http.client", "published imports http.client"),
        ("uses_the_network", "pages", "import requests", "pages imports requests"),
        ("imports_by_name", "pages", "import importlib\nimportlib.import_module('x')", "pages uses import_module"),
    ],
)
def test_a_planted_fault_is_seen(rule: str, name: str, code: str, fault: str) -> None:
    assert list(IN_THE_CORE[rule](name, ast.parse(code))) == [fault]


def test_every_part_is_in_the_table_and_imports_run_one_way() -> None:
    assert {name for name, _ in parsed(CORE)} - set(MAY_IMPORT) == set()
    order = list(TopologicalSorter(MAY_IMPORT).static_order())
    assert (
        order.index("problems")
        < order.index("reasons")
        < order.index("parts")
        < order.index("case_studies")
        < order.index("catalogue")
    )
    assert order.index("reasons") < order.index("schemas") < order.index("rules")


def texts() -> Iterator[tuple[str, str]]:
    """The text files of the project by path, without what commands made."""
    made = {
        ".git",
        ".venv",
        ".hypothesis",
        ".mypy_cache",
        ".pytest_cache",
        ".ruff_cache",
        "__pycache__",
        "site",
        "pull-request",
    }
    for path in sorted(ROOT.rglob("*")):
        name = path.relative_to(ROOT)
        if path.is_file() and not made & set(name.parts) and not name.parts[0].startswith(".site-"):
            try:
                yield name.as_posix(), path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


# Words that belong to the making of this project and not to it. Each is written here so that it does not match itself.
FOREIGN = {
    "a path of one computer": r"(?<![\w.])/(?:work|root|opt|home/\w+)/(?=\w)",
    "the host of a registry": r"pypi\.(?:org|python)|python[h]osted|npm[j]s|--(?:extra-)?index[-]url|find[-]links",
    "talk about how it was made": r"\b(?:this|another|the last) [s]ession\b|\b[i]ssue (?:#?\d|tracker\b)",
    "talk of a machine": r"\b(?:[C]laude|[C]hatGPT|[l]anguage model|as an [A]I)\b",
}


def foreign(name: str, text: str) -> Iterator[str]:
    """The words of a file that do not belong there; in a record a session is a meeting."""
    for what, pattern in FOREIGN.items():
        for found in re.finditer(pattern, text, re.IGNORECASE):
            if not (name.startswith("docs/") and "session" in found.group()):
                line = text.count("\n", 0, found.start()) + 1
                yield f"{name}:{line}: {found.group()} is {what}"


def test_no_file_speaks_of_how_it_was_made() -> None:
    assert [fault for name, text in texts() for fault in foreign(name, text)] == []


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("/" + "work/main", "a path of one computer"),
        ("https://" + "py" + "pi.org/simple", "the host of a registry"),
        ("In this " + "session we", "talk about how it was made"),
        ("See iss" + "ue 2", "talk about how it was made"),
        ("as an " + "AI", "talk of a machine"),
    ],
)
def test_words_of_the_making_are_seen(words: str, what: str) -> None:
    assert [fault.rpartition(" is ")[2] for fault in foreign("README.md", words)] == [what]


def test_all_text_files_are_looked_at() -> None:
    names = {name for name, _ in texts()}
    folders = {"docs/case_studies", "docs/sources", "schemas/vocabularies", "hooks/whatworks/pages/templates", "theme"}
    assert {"README.md", "mkdocs.yml", "Makefile", "requirements.lock", "hooks/check.py", ".ci/run"} <= names
    assert [folder for folder in folders if not any(name.startswith(f"{folder}/") for name in names)] == []


def test_the_check_renders_stories_as_the_site_does() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert sorted(config.markdown_extensions) == sorted((*EXTENSIONS, "toc"))
    assert list(config.mdx_configs) == ["toc"]


def pins(name: str) -> dict[str, list[str]]:
    """What a lock file pins, with the hashes of each: `name==version ; marker`."""
    text = re.sub(r"\\\n", " ", (ROOT / name).read_text(encoding="utf-8"))
    lines = [line.partition("--hash")[::2] for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    return {pin.strip(): re.findall(r"sha256:[0-9a-f]{64}\b", hashes) for pin, hashes in lines}


LOCKS = ("requirements.lock", "requirements-test.lock")


@pytest.mark.parametrize("name", LOCKS)
def test_everything_is_pinned_with_hashes(name: str) -> None:
    found = pins(name)
    assert len(found) > 20
    assert [pin for pin, hashes in found.items() if not hashes] == []
    assert [pin for pin in found if not re.match(r"[a-z0-9-]+==[0-9][\w.]*( ; .+)?$", pin)] == []


def test_the_tests_use_what_the_site_is_built_with() -> None:
    site, tests = ({pin.partition(" ;")[0]: hashes for pin, hashes in pins(name).items()} for name in LOCKS)
    assert {pin: tests.get(pin) for pin in site} == site


def test_every_package_that_is_asked_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for lock, asked in zip(LOCKS, (project["dependencies"], project["optional-dependencies"]["test"]), strict=True):
        pinned = {pin.partition("==")[0] for pin in pins(lock)}
        assert {re.split(r"[\[<>=]", one)[0].lower() for one in asked} - pinned == set()


def inline(text: str) -> list[str]:
    """What a policy of `script-src 'self'` and `default-src 'self'` would block in a template. Data are not run."""
    text = re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", text)
    scripts = re.findall(r"<script\b(?![^>]*\bsrc=)[^>]*>|<script\b[^>]*>(?=\s*[^\s<])|<style\b[^>]*>", text)
    return scripts + re.findall(r"\s(?:on[a-z]+|style)\s*=|javascript:", text)


def test_templates_have_no_inline_script_and_no_inline_style() -> None:
    templates = {name: text for name, text in texts() if name.endswith((".html", ".j2"))}
    assert len(templates) > 15
    assert {name: found for name, text in templates.items() if (found := inline(text))} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<script>x</script>", ["<script>"]),
        ('<script type="application/ld+json">{}</script>', []),
        ('<script type="module" src="{{ x | url }}"></script>', []),
        ('<script src="a.js">x</script>', ['<script src="a.js">']),
        ('<p onclick="x" style="y">', [" onclick=", " style="]),
        ('<a href="javascript:x"><style>', ["<style>", "javascript:"]),
    ],
)
def test_inline_parts_are_seen(text: str, found: list[str]) -> None:
    assert inline(text) == found
