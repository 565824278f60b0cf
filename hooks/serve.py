"""Serves the site on this computer and builds it again when a file changes: python hooks/serve.py"""

import os
import sys

from build import ROOT, surroundings


def main() -> None:
    """Becomes MkDocs' own server, so that whoever ends this program ends that; it runs until Ctrl+C."""
    os.chdir(ROOT)
    os.execve(sys.executable, [sys.executable, "-m", "mkdocs", "serve"], surroundings())


if __name__ == "__main__":
    main()
