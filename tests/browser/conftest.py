"""What tests in a browser share: the records behind the pages, a phone without JavaScript, and single modules."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browser.devices import PHONE
from conftest import ROOT
from whatworks.catalogue import Catalogue
from whatworks.loading import load


@pytest.fixture(scope="session")
def known() -> Catalogue:
    """The records that the site was made from."""
    return load(ROOT).catalogue


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A phone without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def run(browser: Browser, site_url: str) -> Iterator[Any]:
    """Runs code with all that a module of the theme offers, as `own`."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site_url}404.html")

    def evaluate(module: str, code: str, given: Any = None) -> Any:
        script = f"async ([url, given]) => {{ const own = await import(url); return ({code})(given); }}"
        return page.evaluate(script, [f"{site_url}assets/js/{module}.js", given])

    yield evaluate
    context.close()
