"""What a survey found on one question, as the site uses it: frozen, with `None` where the report is silent."""

from dataclasses import dataclass

from whatworks.parts import Change, Citation, Data, changes_of, told


@dataclass(frozen=True)
class Group:
    """Those who answered, where a report splits its values; `answered` is how many they were."""

    id: str
    label: str
    answered: int | None


@dataclass(frozen=True)
class Figure:
    """One value that a report states: in the unit of its survey, exactly, roughly (`about`) or as a least value.

    `group` is whom it is about, and `source` the entry under sources that states it.
    """

    id: str
    label: str
    value: float
    source: str
    at_least: bool = False
    about: bool = False
    group: str = ""
    note: str = ""


@dataclass(frozen=True)
class Survey:
    """What was asked (`asked`), of whom, how many answered, and the figures; `several` answers may overlap."""

    id: str
    path: str
    body: str
    title: str
    summary: str
    asked: str
    of_whom: str
    answered: int | None
    when: str | None
    unit: str
    several: bool
    groups: tuple[Group, ...]
    figures: tuple[Figure, ...]
    caveats: tuple[str, ...]
    needs: tuple[str, ...]
    approaches: tuple[str, ...]
    sources: tuple[Citation, ...]
    reviewed: str
    review_by: str
    changes: tuple[Change, ...] = ()

    @classmethod
    def from_data(cls, id: str, path: str, data: Data, body: str) -> "Survey":
        """A survey from data that fits survey.schema.json."""
        lists = {name: tuple(data[name]) for name in ("caveats", "needs", "approaches")}
        own = {
            **data,
            **lists,
            "answered": told(data["answered"]),
            "when": told(data["when"]),
            "several": data.get("several", False),
            "groups": tuple(Group(one["id"], one["label"], told(one["answered"])) for one in data.get("groups", ())),
            "figures": tuple(Figure(**entry) for entry in data["figures"]),
            "changes": changes_of(data),
            "sources": tuple(Citation(**entry) for entry in data["sources"]),
        }
        return cls(id=id, path=path, body=body, **own)
