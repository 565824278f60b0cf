"""Which version a page of a term shows: its day and the fingerprint of what stands on it."""

import hashlib
import json
from dataclasses import asdict

from whatworks.catalogue import Catalogue
from whatworks.history import Version

DIGITS = 8


def of_term(catalogue: Catalogue, kind: str, id: str) -> Version:
    """The version of the page of a term of `needs` or `approaches`.

    It changes with the words of the term, with its cases, with their versions and with the reasons that link them.
    Its day is that of the newest of these cases; without a case, that of the newest record of the site.
    """
    pairs = catalogue.pairs_of(kind, id)
    shown = [[case.id, str(case.version), *asdict(answer).values()] for case, answer in pairs]
    text = json.dumps([asdict(catalogue.vocabularies[kind][id]), shown], ensure_ascii=False, sort_keys=True)
    days = [case.version.date for case, _ in pairs] or [case.version.date for case in catalogue.cases]
    return Version(max(days, default=""), hashlib.sha256(text.encode()).hexdigest()[:DIGITS])
