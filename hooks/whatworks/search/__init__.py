"""What is indexed, and how a query is understood."""

from pathlib import Path

from whatworks.catalogue import Catalogue

__all__ = ["write_search"]


def write_search(catalogue: Catalogue, site: Path) -> None:
    """Writes the files of both layers of search into the finished site."""
