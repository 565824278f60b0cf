"""A problem in a record: where it is, and its message filled in."""

from dataclasses import dataclass

from whatworks.messages import MESSAGES

MOST_QUOTED = 80


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: `path` from the project's root, `line` and `column` from 1, the field by its label."""

    path: str
    line: int
    column: int
    field: str
    message: str
    code: str

    @classmethod
    def of(cls, code: str, path: str, line: int, column: int, field: str = "", **values: object) -> "Problem":
        """The problem called `code`, its message filled in with `values`."""
        if isinstance(value := values.get("value"), str) and len(value) > MOST_QUOTED:
            values["value"] = f"{value[: MOST_QUOTED - 1].rstrip()}…"
        return cls(path, line, column, field, MESSAGES[code].format(**values), code)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.statement}"

    @property
    def statement(self) -> str:
        """The field and the message, without the place."""
        return f"{self.field}: {self.message}" if self.field else self.message


def nearest_note(found: str | None, label: str = "") -> str:
    """The sentence that offers the nearest valid value, with a leading space, or nothing."""
    if not found:
        return ""
    return f" Did you mean '{found}'{f' ({label})' if label else ''}?"
