"""What is told of a case side by side with others: the keys and the labels of the rows.

theme/assets/js/cases/rows.js fills them in, under the same keys.
"""

from collections.abc import Mapping
from types import MappingProxyType

COMPARED: Mapping[str, str] = MappingProxyType(
    {
        "summary": "In short",
        "place": "Where and when",
        "setting": "Kind of partnership",
        "status": "How far it had come",
        "stage": "Stage of the partnership",
        "audiences": "Who it was for",
        "answers": "Needs, and how they were tackled",
        "conditions": "What it depended on",
        "cost": "Cost",
        "time": "Time",
        "people": "People",
        "outcomes": "What changed, and how we know",
        "did_not_work": "What did not work",
        "funding": "Money from",
        "sources": "Sources",
        "identity": "Id, version and address",
    }
)
LISTED: Mapping[str, str] = MappingProxyType(
    {
        **{key: COMPARED[key] for key in ("outcomes", "did_not_work", "conditions")},
        "effort": "What it took",
        **{key: COMPARED[key] for key in ("identity",)},
        "citation": "How to cite it",
    }
)
