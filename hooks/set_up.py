"""Makes the environment .venv from a lock file with hashes: python3 hooks/set_up.py [requirements.lock]

Runs before anything is installed, so it needs Python 3.11 alone.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PACKAGE = "python3-venv"


def main(lock: str = "requirements.lock") -> None:
    """Does only what is not done yet: the environment remembers which lock files it was made from."""
    if sys.version_info < (3, 11):  # noqa: UP036  # this file alone may run with any Python
        sys.exit(f"What Works needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    path = ROOT / lock
    stamp = VENV / f".{lock}.{hashlib.sha256(path.read_bytes()).hexdigest()[:16]}"
    if stamp.exists():
        print("1/4 Set-up: ready", flush=True)
        return
    print(f"1/4 Set-up: making .venv from {lock} (a minute, the first time)", flush=True)
    if not (BIN / "pip").exists():
        shutil.rmtree(VENV, ignore_errors=True)
        make_environment()
    pip = [str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    if subprocess.run([*pip, "-r", str(path)], check=False).returncode:
        sys.exit("The packages could not be installed. The lines above say why; is this computer connected?")
    for old in VENV.glob(f".{lock}.*"):
        old.unlink()
    stamp.touch()


def make_environment() -> None:
    """The empty environment. Debian's python3 has no venv: as root it is installed, else the command is named."""
    if not can_make():
        if not is_root_on_debian():
            sys.exit(f"Python's venv is missing. Install it, for example: sudo apt-get install {PACKAGE}")
        apt_install(PACKAGE)
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)


def can_make() -> bool:
    """Whether Python can make an environment with pip in it."""
    return not subprocess.run(
        [sys.executable, "-c", "import ensurepip, venv"], capture_output=True, check=False
    ).returncode


def is_root_on_debian() -> bool:
    """Whether packages may be installed without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(package: str) -> None:
    """Installs one of Debian's packages."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print(f"Installing {package} with apt-get", flush=True)
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet, stdout=subprocess.DEVNULL)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
    subprocess.run(command, check=True, env=quiet, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main(*sys.argv[1:2])
