"""Records what this version of the site promises: python hooks/release.py [day]

Builds the site, then adds to published/addresses.txt each address that is new, and to published/versions/ each version
of a record that is not kept yet. Nothing is ever taken away. Without anything new, nothing changes.
"""

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import build
from whatworks.archive import VERSIONS
from whatworks.catalogue import Catalogue
from whatworks.citing import data_file
from whatworks.ledger import HOME, as_text, kind_of, with_new
from whatworks.promises import checked
from whatworks.published import offered, read_pages
from whatworks.reports import as_text as report
from whatworks.tool_links import tool_links
from whatworks.versions import of_term

ROOT = Path(__file__).resolve().parent.parent
SITE = "site"


def main(day: str = "", *, root: Path = ROOT) -> int:
    """Builds, gathers, writes and says what is new; with a problem nothing is written and the exit status is 1."""
    loaded = checked(root)
    if loaded.problems:
        print(report(loaded.problems, loaded.files), end="", flush=True)
    if loaded.problems or build.main(SITE, root=root):
        print("Nothing was released. Put the problems right first.")
        return 1
    kept = list(keep_versions(root, loaded.catalogue))
    site = root / SITE
    addresses = {*offered(site, read_pages(site)), *tool_links(loaded.catalogue), *kept}
    before = loaded.catalogue.promised
    after = with_new(before, addresses, day or os.environ.get("AS_AT") or date.today().isoformat())
    (root / HOME).parent.mkdir(exist_ok=True)
    (root / HOME).write_text(as_text(after), encoding="utf-8", newline="\n")
    print(summary([one.address for one in after[len(before) :]], len(kept)))
    return 0


def keep_versions(root: Path, catalogue: Catalogue) -> Iterator[str]:
    """Keeps the data file of each version that is not kept yet, and yields the address that it will have."""
    for kind, id, name in current_versions(catalogue):
        kept = root / VERSIONS / kind / id / f"{name}.json"
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / SITE / data_file(kind, id).lstrip("/"), kept)
            yield f"/data/v1/{kind}/{id}/{name}.json"


def current_versions(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """The kind, the id and the name of the version of each record and term that the site offers as data."""
    yield from (("case_studies", case.id, case.version.name) for case in catalogue.listed)
    yield from (("guides", guide.id, guide.version.name) for guide in catalogue.guides)
    for kind in ("needs", "approaches"):
        yield from ((kind, term.id, of_term(catalogue, kind, term.id).name) for term in catalogue.vocabularies[kind])


def summary(addresses: Iterable[str], versions: int) -> str:
    """What was added, in words."""
    counts = Counter(map(kind_of, addresses))
    told = ", ".join(f"{count} {kind}{'s' * (count != 1)}" for kind, count in sorted(counts.items()))
    if not told:
        return "Nothing is new: every address was promised before."
    return f"Promised from now on: {told}. Versions kept: {versions}. Commit published/ with this release."


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
