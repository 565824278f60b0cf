"""The page about privacy tells of everything that the scripts keep."""

import re
from pathlib import Path

from whatworks.pages.privacy import KEPT

SCRIPTS = Path(__file__).resolve().parent.parent / "theme" / "assets" / "js"
KEY = re.compile(r'"(what-works-[a-z-]+)"')


def test_every_key_that_a_script_keeps_is_told_and_no_other() -> None:
    kept = {key for path in SCRIPTS.rglob("*.js") for key in KEY.findall(path.read_text(encoding="utf-8"))}
    assert kept == {one.key for one in KEPT}


def test_only_one_module_and_the_first_two_touch_the_storage() -> None:
    touching = {path.name for path in SCRIPTS.rglob("*.js") if "localStorage" in path.read_text(encoding="utf-8")}
    assert touching == {"kept.js", "theme-toggle.js", "state.js"}
