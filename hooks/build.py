"""Builds the site: python hooks/build.py [folder]

MkDocs writes into a temporary folder first. Only a complete site, built without a warning, replaces the old one.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(folder: str = "site", *, root: Path = ROOT) -> int:
    """Builds the site into `folder`; the exit status is not 0 if anything was wrong, and then `folder` is as before."""
    target = (root / folder).resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".site-", dir=target.parent))
    try:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(work / "new")]
        status = subprocess.run(command, cwd=root, check=False, env=quietly(os.environ)).returncode
        if status == 0:
            put_in_place(work, target)
            print(f"4/4 The site is in {target}", flush=True)
        return status
    finally:
        shutil.rmtree(work, ignore_errors=True)


def put_in_place(work: Path, target: Path) -> None:
    """Moves the finished site to `target`; the old one is set aside first and deleted with `work`."""
    if target.exists():
        target.rename(work / "old")
    (work / "new").rename(target)


def quietly(environment: "os._Environ[str]") -> dict[str, str]:
    """The environment with Material's notice of its future switched off; the README says what follows from it."""
    return {**environment, "NO_MKDOCS_2_WARNING": "1"}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
