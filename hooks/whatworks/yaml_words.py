"""What PyYAML's complaint means for somebody who has never heard of YAML."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

Found = tuple[str, int, int, dict[str, Any]]
FIELD = re.compile(r"^(\s*(?:- +)*)([A-Za-z_]+): +(\S.*)$")
KEY = re.compile(r"^\s*(?:- +)*[A-Za-z_]+:(?:\s|$)")
NO_SPACE = re.compile(r"^(\s*(?:- +)*)(?:([A-Za-z_]+):(?=[^\s/])|-(?=[^\s-]))(.*)$")
CLOSERS = {"[": "]", "{": "}"}


class Complaint:
    """A complaint of PyYAML and the lines that it is about; lines and columns count from 0."""

    def __init__(self, error: yaml.MarkedYAMLError, lines: list[str]) -> None:
        self.context, self.problem = error.context or "", error.problem or ""
        self.lines = lines
        mark, start = error.problem_mark, error.context_mark
        self.line, self.column = (mark.line, mark.column) if mark else (0, 0)
        self.start = (start.line, start.column) if start else (self.line, self.column)

    def text(self, line: int) -> str:
        """A line, or nothing below the last."""
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    def at(self, line: int, column: int) -> str:
        """The character at a place, or nothing."""
        return self.text(line)[column : column + 1]

    def opener(self) -> tuple[int, int]:
        """The bracket that the complaint is about: the nearest at or above its start."""
        line, column = self.start
        for number in range(line, -1, -1):
            text = self.text(number)[: column + 1] if number == line else self.text(number)
            if (place := max(text.rfind("["), text.rfind("{"))) >= 0:
                return number, place
        return line, column

    def above(self) -> int:
        """The nearest line above the complaint that is not blank, or -1."""
        return next((number for number in range(self.line - 1, -1, -1) if self.text(number).strip()), -1)


def in_plain_words(error: yaml.MarkedYAMLError, lines: list[str]) -> Found:
    """The problem that an error of PyYAML stands for."""
    complaint = Complaint(error, lines)
    return next(found for reading in READINGS for found in reading(complaint))


def quoted(value: str) -> str:
    """A value in the quotation marks that suit it."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    doubled = value.replace("'", "''")
    return f"'{doubled}'" if '"' in value or "\\" in value else f'"{value}"'


def written(text: str, column: int) -> str:
    """The line `text` with quotation marks around the value in which `column` lies."""
    found = FIELD.match(text)
    if found:
        return f"{found.group(2)}: {quoted(found.group(3).strip())}"
    entry = re.match(r"^\s*- +(\S.*)$", text)
    return f"- {quoted(entry.group(1).strip())}" if entry else quoted(text[column:].strip())


def tab(complaint: Complaint) -> Iterator[Found]:
    """A tab before the place of the complaint."""
    text = complaint.text(complaint.line)
    if "\t" in text[: complaint.column + 1]:
        yield "yaml_tab", complaint.line, text.index("\t"), {}


def swallowed(complaint: Complaint) -> Iterator[Found]:
    """A quotation mark that was never closed, so that it took in the fields below it."""
    for token in _tokens("\n".join(complaint.lines)):
        if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
            first, last = token.start_mark, token.end_mark.line
            if any(KEY.match(complaint.text(number)) for number in range(first.line + 1, last + 1)):
                yield "yaml_quote", first.line, first.column, {"quote": token.style}


def _tokens(text: str) -> Iterator[Any]:
    try:
        yield from yaml.scan(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return


def quotation(complaint: Complaint) -> Iterator[Found]:
    """A quotation mark that is not closed, or a backslash after a double one."""
    if "escape" in complaint.problem:
        line, column = complaint.line, max(complaint.text(complaint.line).rfind("\\", 0, complaint.column + 1), 0)
        yield "yaml_escape", line, column, {"value": complaint.text(line)[column : column + 2]}
    elif "quoted scalar" in complaint.context:
        yield "yaml_quote", *complaint.start, {"quote": complaint.at(*complaint.start) or '"'}


def bracket(complaint: Complaint) -> Iterator[Found]:
    """A bracket that is not closed, or a character that cannot stand between brackets."""
    if "flow" not in complaint.context:
        return
    line, column = complaint.opener()
    closer = CLOSERS.get(complaint.at(line, column), "]")
    inside = complaint.text(line)[column:]
    for number in range(line + 1, len(complaint.lines)):
        if KEY.match(complaint.text(number)):
            break
        inside += complaint.text(number)
    character = complaint.at(complaint.line, complaint.column)
    if closer in inside and character.strip():
        yield "yaml_in_bracket", complaint.line, complaint.column, {"value": character}
    else:
        yield "yaml_bracket", line, column, {"bracket": closer}


def tag(complaint: Complaint) -> Iterator[Found]:
    """A value that begins with an exclamation mark."""
    if "tag" in complaint.context or "tag handle" in complaint.problem:
        line, column = complaint.start if "tag" in complaint.context else (complaint.line, complaint.column)
        yield "yaml_tag", line, column, {"value": (complaint.text(line)[column:].split() or ["!"])[0]}


def first_character(complaint: Complaint) -> Iterator[Found]:
    """A value that begins with a character that means something else to YAML."""
    in_context = any(word in complaint.context for word in ("alias", "anchor", "block scalar", "directive"))
    in_problem = any(word in complaint.problem for word in ("start any token", "entries are not", "keys are not"))
    line, column = complaint.start if in_context else (complaint.line, complaint.column)
    character = complaint.at(line, column)
    if (in_context or in_problem or "node content" in complaint.problem) and character.strip():
        yield "yaml_special", line, column, {"value": character, "better": written(complaint.text(line), column)}


def no_space(complaint: Complaint) -> Iterator[Found]:
    """A colon or a dash without the space that follows it, on the line that could not be read or the one above."""
    if "<block end>" in complaint.problem and complaint.text(complaint.line).lstrip().startswith("-"):
        lines = [complaint.line]
    elif "mapping values" in complaint.problem or "':'" in complaint.problem:
        lines = [complaint.start[0], complaint.above()]
    else:
        return
    for line in lines:
        if found := NO_SPACE.match(complaint.text(line)):
            indent, key, rest = found.groups()
            better = f"{key}: {rest}" if key else f"- {rest}"
            yield "yaml_no_space", line, len(indent) + len(key or "") + 1, {"better": better}
            return


def colon(complaint: Complaint) -> Iterator[Found]:
    """A value with a colon and a space in it, on its field's line or on a further one."""
    if "mapping values" not in complaint.problem:
        return
    text, line = complaint.text(complaint.line), complaint.line
    if KEY.match(text) and text.index(":") >= complaint.column:
        return
    while line > 0 and not FIELD.match(complaint.text(line)):
        line -= 1
    if found := FIELD.match(complaint.text(line)):
        more = [complaint.text(number).strip() for number in range(line + 1, complaint.line + 1)]
        whole = " ".join([found.group(3).strip(), *more])
        yield "yaml_colon", line, found.start(3), {"better": f"{found.group(2)}: {quoted(whole)}"}


def no_colon(complaint: Complaint) -> Iterator[Found]:
    """A line that is no field; where the line below it is refused, it is the one above."""
    if "expected ':'" in complaint.problem:
        line = complaint.start[0]
    elif "mapping values" in complaint.problem:
        line = complaint.above()
        if line < 0 or KEY.match(complaint.text(line)) or complaint.text(line).lstrip().startswith("- "):
            return
    else:
        return
    text = complaint.text(line)
    yield "yaml_no_colon", line, len(text) - len(text.lstrip()), {}


def words_after(complaint: Complaint) -> Iterator[Found]:
    """Words after a closing quotation mark or bracket."""
    before = complaint.text(complaint.line)[: complaint.column].rstrip()
    if "<block end>" in complaint.problem and before[-1:] in tuple("\"']}"):
        variable = re.search(r"\{\{.*?\}\}$", before)
        if variable:
            yield "template_variable", complaint.line, variable.start(), {"value": variable.group()}
            return
        mark = "quotation mark" if before[-1] in "\"'" else "bracket"
        better = written(complaint.text(complaint.line), complaint.column)
        yield "yaml_after", complaint.line, complaint.column, {"mark": mark, "better": better}


def comment(complaint: Complaint) -> Iterator[Found]:
    """A text that was cut off by ' #', so that its next line stands alone."""
    text, above = complaint.text(complaint.above()), complaint.above()
    found = re.search(r"(?<=\S)\s+(#.*)$", text)
    if found and FIELD.match(text) and complaint.text(complaint.line)[:1] == " ":
        values = {"value": found.group(1).strip(), "instead": f"Write: {written(text, 0)}"}
        yield "comment_after_value", above, found.start(1), values


def several(complaint: Complaint) -> Iterator[Found]:
    """A line '...' or '--- …' among the fields."""
    for number, text in enumerate(complaint.lines):
        if re.match(r"^(?:\.\.\.|---)(?:\s|$)", text) and "document" in complaint.problem + complaint.context:
            yield "yaml_several", number, 0, {"value": text[:3]}


def indentation(complaint: Complaint) -> Iterator[Found]:
    """A line in the wrong column; where a later line is refused for it, the first."""
    if "document start" in complaint.problem:
        line = next((number for number, text in enumerate(complaint.lines) if text.strip()), 0)
    elif "<block end>" in complaint.problem or "mapping values" in complaint.problem:
        line = complaint.line
    else:
        return
    text = complaint.text(line)
    yield "yaml_indent", line, len(text) - len(text.lstrip()), {}


def anything(complaint: Complaint) -> Iterator[Found]:
    """What none of the others knows: at least, the line is no field."""
    yield "yaml_no_colon", complaint.line, complaint.column, {}


READINGS: tuple[Callable[[Complaint], Iterator[Found]], ...] = (
    tab,
    swallowed,
    quotation,
    bracket,
    tag,
    first_character,
    no_space,
    comment,
    words_after,
    colon,
    no_colon,
    several,
    indentation,
    anything,
)
