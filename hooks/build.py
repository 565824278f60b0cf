"""Builds the site: python hooks/build.py [folder]

MkDocs writes into a temporary folder first. Only a complete site, built without a warning, replaces the old one.

The same commit always gives the same bytes: pages are made as at the day of the commit. The setting AS_AT names another
day, such as today's for a site that is built every night.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(folder: str = "site", *, root: Path = ROOT) -> int:
    """Builds the site into `folder`; the exit status is not 0 if anything was wrong, and then `folder` is as before."""
    target = (root / folder).resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".site-", dir=target.parent))
    try:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(work / "new")]
        status = subprocess.run(command, cwd=root, check=False, env=surroundings(root)).returncode
        if status == 0:
            put_in_place(work, target)
            print(f"4/4 The site is in {target}", flush=True)
        return status
    finally:
        shutil.rmtree(work, ignore_errors=True)


def put_in_place(work: Path, target: Path) -> None:
    """Moves the finished site to `target`; the old one is set aside first, and put back if that fails."""
    old = work / "old"
    if target.exists():
        target.rename(old)
    try:
        (work / "new").rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise


def surroundings(root: Path = ROOT) -> dict[str, str]:
    """The environment with the day for which pages are made, and with Material's notice of its future switched off.

    The README says what follows from that notice.
    """
    as_at = os.environ.get("AS_AT") or day_of_commit(root) or date.today().isoformat()
    midnight = datetime.fromisoformat(as_at).replace(tzinfo=UTC)
    own = {"AS_AT": as_at, "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())), "NO_MKDOCS_2_WARNING": "1"}
    return {**os.environ, **own}


def day_of_commit(root: Path) -> str:
    """The day of the last commit, in universal time, or nothing where there is none."""
    command = ["git", "-C", str(root), "log", "-1", "--format=%cd", "--date=format-local:%Y-%m-%d"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "TZ": "UTC"})
    except OSError:
        return ""
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
