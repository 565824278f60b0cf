"""The one place where a problem in a record is worded and formatted."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        # The file itself
        "not_utf8": "This file is not plain text in UTF-8. Save it again with the encoding 'UTF-8'.",
        "too_large": "The file has {size} KB; a record has at most {most} KB. Was a picture or a whole report pasted in? Keep the story only.",
        "symlink": "This is a link to another file. Put the file itself here.",
        "not_a_file": "This is a folder. Records lie directly in {folder}, one file each.",
        "bad_name": "The file name '{name}' is the page's address, so it has small letters, digits and hyphens only. Rename it to '{better}'.",
        "same_name": "'{name}' and '{other}' differ only in capital letters; many computers cannot keep both. Rename one of them.",
        "merge_conflict": "'{value}' is left from a merge conflict. Keep the version you want and delete the three marker lines.",
        "bad_character": "Here stands an invisible character ({name}). Delete it, or type the words again.",
        # Front matter
        "no_front_matter": "The file must begin with a line '---', then the fields, then a second line '---'. See CONTRIBUTING.md.",
        "front_matter_not_closed": "The fields have no end. Put a line '---' after the last field.",
        "front_matter_empty": "There are no fields between the two lines '---'. See CONTRIBUTING.md for the ones a record needs.",
        "front_matter_not_fields": "The front matter must be a list of fields such as 'title: …'.",
        "yaml_tab": "Here stands a tab. Indent with spaces.",
        "yaml_colon": 'The value has a colon in it, so it needs quotation marks. Write: {key}: "{value}"',
        "yaml_quote": "A quotation mark is opened here and never closed. Add the closing {quote}.",
        "yaml_bracket": "A bracket is opened here and never closed. Add the closing '{bracket}'.",
        "yaml_indent": "This line is not indented like the lines around it. Fields of one group begin in the same column.",
        "yaml_special": "A value cannot begin with '{value}' unless it stands in quotation marks. Write: \"{value}…\"",
        "yaml_no_space": "After the colon of a field comes a space: 'title: …'.",
        "yaml_after_quote": "Words follow the closing quotation mark. Put quotation marks around the whole value, and write one inside it twice.",
        "yaml_no_colon": "This line is neither a field nor part of one. A field is a name, a colon and a space: 'title: …'.",
        "yaml_other": "This line cannot be read. Compare it with the same field in another record, and put the value in quotation marks.",
        "yaml_deep": "The fields are nested more than {most} levels deep. No field of a record needs that.",
        "yaml_alias": "'{value}' is a YAML shortcut that points to another value. Write the value itself; if it is text, put it in quotation marks.",
        "yaml_tag": "'{value}' is a YAML tag. Delete it; if it is text, put it in quotation marks.",
        "yaml_several": "A second line '---' or '...' stands among the fields. Delete it.",
        "yaml_key": "A field name must be plain text.",
        "duplicate_key": "'{value}' was given already in line {first}. Keep one of the two.",
        "comment_after_value": "'{value}' would be lost: after ' #' everything is a comment. Put the whole value in quotation marks, or the comment on a line of its own.",
        # Fields
        "missing": "This field is missing. {help} For example:\n    {example}",
        "empty": "This field is empty. {help} For example:\n    {example}",
        "unknown_field": "'{value}' is not a field of {group}.{nearest} All fields: {home}",
        "wrong_type": "This should be {wanted}, but is {found}. For example:\n    {example}",
        "number_as_text": "This should be {wanted}, but is text. Write it without quotation marks and with digits only, for example:\n    {example}",
        "text_as_other": "'{value}' is read as {found}, not as text. Put it in quotation marks: \"{value}\"",
        "too_long": "This has {length} characters; it may have {most}. Cut {over}.",
        "too_short": "'{value}' is too short to help a reader: at least {least} characters. {help}",
        "too_many": "There are {length} entries here; there may be {most}.",
        "too_few": "There is no entry here; at least {least} is needed. {help} For example:\n    {example}",
        "said_twice": "The same entry stands here twice. Keep one.",
        "wrong_form": "'{value}' is not {form}.",
        "not_a_day": "'{value}' is not a day of the calendar. Write {form}.",
        "out_of_range": "{value} is not between {least} and {most}.",
        "not_a_choice": "'{value}' is not one of the choices: {choices}.{nearest}",
        "unknown_term": "'{value}' is not {a} {singular}.{nearest} All {title}: {home}",
        "synonym_used": "'{value}' is another word for '{id}' ({label}). Write '{id}'.",
        "group_used": "'{value}' is a heading for narrower terms. Choose one of them: {narrower}.",
        # Between fields and records
        "unknown_record": "There is no {kind} '{value}'.{nearest}",
        "self_reference": "'{value}' is this case itself. Name another case, or delete the entry.",
        "unknown_source": "'{value}' is not the id of an entry under sources.{nearest}",
        "unused_source": "'{value}' is cited nowhere in this record. Cite it as [^{value}] or in an outcome, or delete the entry.",
        "source_twice": "The id '{value}' is used by two sources. Give each its own.",
        "unknown_document": "'{value}' is not a source record.{nearest} All sources: docs/sources/",
        "unknown_section": "'{value}' is not in the outline of {document}.{nearest} The outline: docs/sources/{document}.md",
        "paragraph_missing": '{document} numbers its paragraphs. Add the number in quotation marks, for example:\n    paragraph: "3.11"',
        "paragraph_not_numbered": "{document} does not number its paragraphs. Delete this line.",
        "dates_reversed": "{value} comes before the start, {start}. Swap the two.",
        "after_its_time": "{value} lies after the report of {year} that tells the story.",
        "proposed_with_outcomes": "A proposed scheme has no outcomes yet. Write: outcomes: not reported",
        "review_order": "'{value}' is not after the day of the review, {reviewed}.",
        "answer_twice": "The pair '{need}' and '{approach}' stands in answer {other} already. Join the two sentences.",
        "two_sentences": "A summary is two sentences: the problem; then what was done and what came of it. This has {count}.",
        "uncited_effort": "Say where cost, time and people stand in the report. Add, for example:\n    source: {example}",
        "figure_not_below": "'{value}' stands in this field but in no cited paragraph, outcome or entry of this record. Give it there, with its source.",
        # The body
        "no_body": "There is no story below the fields. Write it below the second line '---'.",
        "missing_section": "The section '## {section}' is missing. Add that heading and its text.",
        "empty_section": "There is nothing under '## {section}'. Write the text, or delete the heading.",
        "section_order": "'## {section}' comes too late. The order is: {order}.",
        "top_heading": "'{value}' makes a second title. Begin headings in the story with '## '.",
        "too_many_words": "The story has {length} words; it may have {most}. Cut {over}.",
        "figure_without_citation": "'{value}' is a figure without a source. End the paragraph with a citation such as [^{example}].",
        "unknown_citation": "[^{value}] is not the id of an entry under sources.{nearest}",
        "footnote_text": "Notes are written by the site from the entries under sources. Delete this line.",
        "raw_html": "'{value}' is HTML, which records may not have. Use Markdown: **bold**, *italic*, lists with '- '.",
        "template_variable": "'{value}' looks like a template variable that was never filled in. Write the words themselves.",
        "attribute_list": "'{value}' sets attributes, which records may not do. Delete it.",
        "unsafe_markup": "Something in this text would make a page that is not safe ({value}). Use plain Markdown: paragraphs, lists, bold and italic.",
        "outside_link": "'{value}' leads outside this site. Records link only to other records, for example [Blacon](blacon-virtual-child.md).",
        "picture": "'{value}' is a picture. Records have no pictures: describe what it shows.",
        "dangling_link": "'{value}' leads to no file.{nearest}",
        # Vocabularies
        "term_twice": "The id '{value}' is used by two terms. Ids are never reused.",
        "synonym_twice": "'{value}' already stands for '{other}'. A word can lead to one term only.",
        "unknown_broader": "'{value}' is not a term of this list.{nearest}",
        "too_deep": "'{value}' is itself narrower than another term. The list has two levels.",
    }
)


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


def count_note(count: int, files: int) -> str:
    """The closing line of a report."""
    problems = "no problems" if not count else f"{count} problem{'s' * (count != 1)}"
    return f"{files} file{'s' * (files != 1)} checked, {problems}"


def as_text(problems: Iterable[Problem], files: int) -> str:
    """A line per problem in order, then a count."""
    ordered = sorted(set(problems))
    return "\n".join([*map(str, ordered), count_note(len(ordered), files)]) + "\n"


def as_github(problems: Iterable[Problem], files: int) -> str:
    """GitHub workflow commands, which show each problem beside its line.

    Source of the escapes: GitHub's documentation of workflow commands.
    """

    def escaped(text: str, *, name: bool = False) -> str:
        pairs = [("%", "%25"), ("\r", "%0D"), ("\n", "%0A")]
        for plain, code in pairs + [(":", "%3A"), (",", "%2C")] * name:
            text = text.replace(plain, code)
        return text

    ordered = sorted(set(problems))
    lines = [
        f"::error file={escaped(p.path, name=True)},line={p.line},col={p.column}::{escaped(p.statement)}"
        for p in ordered
    ]
    return "\n".join([*lines, count_note(len(ordered), files)]) + "\n"


def as_json(problems: Iterable[Problem], files: int) -> str:
    """The problems as JSON, for programs."""
    ordered = sorted(set(problems))
    report = {"files": files, "problems": [asdict(problem) for problem in ordered]}
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"


FORMATS = MappingProxyType({"text": as_text, "github": as_github, "json": as_json})
