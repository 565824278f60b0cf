"""What becomes of a record: its versions, its changes, and its end."""

from dataclasses import dataclass

from whatworks.parts import Data


@dataclass(frozen=True)
class Version:
    """Which text of a record or a page this is: the day of its last review or change, and its fingerprint."""

    date: str
    digest: str = ""

    def __str__(self) -> str:
        return f"{self.date} · {self.digest}" if self.digest else self.date

    @property
    def name(self) -> str:
        """The version as the last part of an address: 2026-11-22-0a1b2c3d."""
        return f"{self.date}-{self.digest}" if self.digest else self.date


@dataclass(frozen=True)
class Change:
    """What was changed on a day: `kind` is major (read it again) or minor; a major one has a note."""

    on: str
    kind: str
    note: str = ""

    @property
    def is_major(self) -> bool:
        """Whether somebody who relied on the record should read it again."""
        return self.kind == "major"


@dataclass(frozen=True)
class Withdrawal:
    """Why and on which day a record was withdrawn, and the id of what replaces it."""

    reason: str
    on: str
    successor: str = ""


def changes_of(data: Data) -> tuple[Change, ...]:
    """The changes of a record, newest first."""
    return tuple(Change(**entry) for entry in data.get("changes", ()))


class Versioned:
    """A record that knows which text it is: `digest` is the fingerprint of its file, where it was read from one."""

    reviewed: str
    changes: tuple[Change, ...]
    digest: str

    @property
    def version(self) -> Version:
        """Which text of the record this is: its day is that of its last review or change, whichever is later."""
        return Version(max([self.reviewed, *(change.on for change in self.changes)]), self.digest)
