"""The only file that knows MkDocs: its events hand the work to the core."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from whatworks.archive import FOLDER
from whatworks.finishing import finish
from whatworks.forms import form_files
from whatworks.forms.form import form
from whatworks.glossary import Glossary, with_meanings
from whatworks.pages import Page, all_pages
from whatworks.pages.glossary import ADDRESS as GLOSSARY
from whatworks.pages.page import relative
from whatworks.promises import checked
from whatworks.records import FOLDERS
from whatworks.reports import as_text

log = logging.getLogger("mkdocs.hooks.whatworks")  # --strict counts the warnings of this name only
PAGES: dict[str, Page] = {}
SERVING = {"is": False}


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remembers whether somebody is writing: then a bad record must not hide the good ones."""
    SERVING["is"] = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Checks the records and makes the pages."""
    loaded = checked(_root(config))
    config.extra["problems"] = [str(problem) for problem in loaded.problems]
    report = as_text(loaded.problems, loaded.files)
    if loaded.problems and not SERVING["is"]:
        raise Abort(report)
    print(f"2/4 Records: {report.splitlines()[-1]}" if not loaded.problems else f"2/4 Records:\n{report}", flush=True)
    as_at = str(config.extra["as_at"])  # YAML reads a day as a date
    config.theme.static_templates.discard("sitemap.xml")  # MkDocs's own names the day of the build
    licence, holder = (str(config.extra[name] or "") for name in ("licence", "licence_holder"))
    catalogue = replace(loaded.catalogue, site=config.site_url or "", as_at=as_at)
    catalogue = replace(catalogue, licence=licence, licence_holder=holder)
    config.extra["form"] = form(loaded.schemas, catalogue)
    PAGES.clear()
    PAGES.update({_file(page.address): page for page in all_pages(catalogue, config.extra["form"])})
    config.extra.update(catalogue=catalogue, loaded=loaded)
    config.extra["glossary"] = Glossary(catalogue.vocabularies["glossary"])
    print(f"3/4 Pages: {len(PAGES)}", flush=True)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Puts the core's pages in the place of the records, and leaves out what Material brings: our theme needs none."""
    ours = (config.docs_dir, str(_root(config) / "theme"))
    for file in list(files):
        is_record = file.src_uri.split("/")[0] in FOLDERS or file.src_uri in PAGES
        if is_record or (file.src_dir and not file.src_dir.startswith(ours)):
            files.remove(file)
    for name, content in form_files(config.extra["form"], config.extra["catalogue"]):
        files.append(File.generated(config, name, content=content))
    for name, page in PAGES.items():
        files.append(File.generated(config, name, content=page.text, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Hands the theme what it prints around the text."""
    own = PAGES[page.file.src_uri]
    trail = [{"title": title, "url": address.lstrip("/")} for title, address in own.trail]
    page.meta.update(title=own.title, description=own.description, breadcrumb=trail, assets=own.assets)
    page.meta.update(data=own.data.lstrip("/"), feed=own.feed.lstrip("/"), about=own.about, noindex=own.noindex)
    page.meta.update(ages=own.ages, style=own.style)
    if own.refresh:
        page.meta["refresh"] = relative(own.refresh, own.address)
        page.canonical_url = config.extra["catalogue"].in_full(own.refresh) if config.site_url else page.meta["refresh"]
    page.edit_url = (
        f"{config.repo_url.rstrip('/')}/{config.edit_uri}{own.file}" if config.repo_url and own.file else None
    )
    return markdown


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Marks the words of the glossary."""
    own = PAGES[page.file.src_uri]
    return (
        html
        if own.address == GLOSSARY
        else with_meanings(html, config.extra["glossary"], relative(GLOSSARY, own.address))
    )


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> None:
    """Says where the site is, and watches what was promised."""
    if (published := _root(config) / FOLDER).is_dir():
        server.watch(str(published))
    print(f"4/4 Open {server.url} (Ctrl+C ends it)", flush=True)


def on_post_build(config: MkDocsConfig) -> None:
    """Finishes the site; a link or a promise that leads nowhere is a warning, so that nothing is published."""
    extra = config.extra
    for broken in finish(Path(config.site_dir), extra["catalogue"], PAGES.values(), extra["loaded"], _root(config)):
        log.warning("%s", broken)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _file(address: str) -> str:
    """The file that MkDocs turns into a page at an address."""
    return f"{address.strip('/') or 'index'}.md"
