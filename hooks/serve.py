"""Serves the site on this computer and builds it again when a file changes: python hooks/serve.py"""

import os
import subprocess
import sys

from build import ROOT, quietly


def main() -> int:
    """Runs until Ctrl+C."""
    try:
        return subprocess.run(
            [sys.executable, "-m", "mkdocs", "serve"], cwd=ROOT, check=False, env=quietly(os.environ)
        ).returncode
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
