"""The sites that search is compared on: Material's own search and plain Pagefind, of the same pages."""

import shutil
import subprocess
import sys
from pathlib import Path

from serving import ROOT

STOCK = """\
site_name: What Works
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, tables]
validation:
  links: {not_found: ignore, unrecognized_links: ignore, absolute_links: ignore}
"""
PLAIN = """<!doctype html><html lang="en-GB"><title>Plain Pagefind</title>
<link href="pagefind/pagefind-ui.css" rel="stylesheet"><script src="pagefind/pagefind-ui.js"></script>
<body><div id="search"></div><script>new PagefindUI({ element: "#search" });</script>"""


def material(folder: Path) -> Path:
    """A stock Material site with the search plugin, from the Markdown of the records."""
    home = folder / "material"
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(ROOT / "docs", home / "docs")
    (home / "docs" / "index.md").write_text("# What Works\n", encoding="utf-8")
    (home / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    _run("mkdocs", "build", "-q", "-f", str(home / "mkdocs.yml"))
    return home / "site"


def plain_pagefind(folder: Path, site: Path) -> Path:
    """A copy of a site with Pagefind as it comes, and a page with its own user interface."""
    home = folder / f"pagefind-of-{site.name}"
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(site, home, ignore=shutil.ignore_patterns("search"))
    _run("pagefind", "--silent", "--site", str(home))
    (home / "plain.html").write_text(PLAIN, encoding="utf-8")
    return home


def _run(*command: str) -> None:
    subprocess.run([sys.executable, "-m", *command], check=True, capture_output=True)
