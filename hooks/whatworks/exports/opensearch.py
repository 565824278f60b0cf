"""How a browser can search this site from its own address bar (OpenSearch 1.1). It needs the address of the site."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from whatworks.catalogue import Catalogue

SPACE = "http://a9.com/-/spec/opensearch/1.1/"
NAME = "opensearch.xml"
SHORT = "What Works"
WHAT = "Real examples of how local partnerships learned to work better."


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The one file, where the address is known."""
    if catalogue.site:
        yield NAME, description(catalogue)


def description(catalogue: Catalogue) -> str:
    """What a browser is told: a name, and the address that a search leads to."""
    root = ET.Element("OpenSearchDescription", xmlns=SPACE)
    for tag, text in (("ShortName", SHORT), ("Description", WHAT), ("Language", "en-GB")):
        ET.SubElement(root, tag).text = text
    for tag in ("InputEncoding", "OutputEncoding"):
        ET.SubElement(root, tag).text = "UTF-8"
    ET.SubElement(root, "Url", type="text/html", template=catalogue.in_full("/find/?q={searchTerms}"))
    own = {"type": "application/opensearchdescription+xml", "rel": "self"}
    ET.SubElement(root, "Url", own, template=catalogue.in_full(f"/{NAME}"))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
