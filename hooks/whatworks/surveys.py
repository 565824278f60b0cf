"""What a survey found on one question, as the site uses it: frozen, with `None` where the report is silent."""

from dataclasses import dataclass

from whatworks.history import Change, changes_of
from whatworks.parts import Citation, Data, citations_of, fields_of, told


@dataclass(frozen=True)
class Group:
    """Those who answered, where a report splits its values; `answered` is how many they were."""

    id: str
    label: str
    answered: int | None


@dataclass(frozen=True)
class Figure:
    """One value that a report states: in the unit of its survey, exactly, roughly (`about`) or as a limit.

    `group` is whom it is about, and `source` the entry under sources that states it.
    """

    id: str
    label: str
    value: float
    source: str
    at_least: bool = False
    at_most: bool = False
    about: bool = False
    group: str = ""
    note: str = ""

    @property
    def limit(self) -> str:
        """What must be said before the value, if it is not exact."""
        limits = (("at least", self.at_least), ("up to", self.at_most), ("about", self.about))
        return " ".join(words for words, holds in limits if holds)

    def amount(self, unit: str) -> str:
        """The value with the sign of its unit, where it has one: 40%, £500,000, 2 days, 21."""
        value = f"{self.value:,.10g}"
        signs = {"percent": f"{value}%", "pounds": f"£{value}", "days": f"{value} day{'s' * (self.value != 1)}"}
        return signs.get(unit, value)

    def in_words(self, unit: str) -> str:
        """The value as pages and charts write it: "about 40%", "at least 2 days", "up to £500,000"."""
        return f"{self.limit} {self.amount(unit)}".strip()


@dataclass(frozen=True)
class Survey:
    """What was asked (`asked`), of whom, how many answered, and the figures.

    `several` says that values overlap; where it does not, nobody knows. `proposed` values were an idea, not a result.
    """

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
    proposed: bool = False
    keywords: tuple[str, ...] = ()
    might_say: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def whole(self) -> float | None:
        """What a value is a part of: 100 of percentages, all who answered of counts; `None` where nobody knows."""
        if self.unit == "percent":
            return 100
        counted = self.answered if self.unit in ("people", "organisations") else None
        return counted if counted and all(one.value <= counted for one in self.figures) else None

    def group(self, id: str) -> Group | None:
        """One of its groups."""
        return next((one for one in self.groups if one.id == id), None)

    @classmethod
    def from_data(cls, id: str, path: str, data: Data, body: str) -> "Survey":
        """A survey from data that fits survey.schema.json."""
        own = fields_of(
            data,
            ("caveats", "needs", "approaches", "keywords", "might_say"),
            answered=told(data["answered"]),
            when=told(data["when"]),
            several=data.get("several", False),
            groups=tuple(Group(one["id"], one["label"], told(one["answered"])) for one in data.get("groups", ())),
            figures=tuple(Figure(**entry) for entry in data["figures"]),
            sources=citations_of(data),
            changes=changes_of(data),
        )
        return cls(id=id, path=path, body=body, **own)
