"""Word documents that people fill in: a blank one for each sheet. The same records always give the same bytes."""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.documents.sheet import sheet

__all__ = ["all_documents"]


def all_documents(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Each document: its path in the site, and its bytes."""
    for tool in catalogue.meeting_tools:
        yield tool.document.lstrip("/"), sheet(catalogue, tool)
