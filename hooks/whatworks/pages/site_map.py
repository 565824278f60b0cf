"""What search machines are told: every page that they may show (sitemaps.org), and where that list is."""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from whatworks.catalogue import Catalogue
from whatworks.pages.page import Page

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
NAME = "sitemap.xml"


def files(catalogue: Catalogue, pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """The site map and the file that names it, where the address of the site is known: both need it in full."""
    if catalogue.site:
        yield NAME, site_map(catalogue, pages)
        yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {catalogue.in_full(f'/{NAME}')}\n"


def site_map(catalogue: Catalogue, pages: Iterable[Page]) -> str:
    """The pages by address, with the day of their version where it is known; without those that are not to be found."""
    root = ET.Element("urlset", xmlns=SPACE)
    for page in sorted(pages, key=lambda page: page.address):
        if not page.noindex:
            entry = ET.SubElement(root, "url")
            ET.SubElement(entry, "loc").text = catalogue.in_full(page.address)
            if page.day:
                ET.SubElement(entry, "lastmod").text = page.day
    ET.indent(root, "")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
