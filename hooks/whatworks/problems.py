"""The one place where a problem in a record is worded and formatted."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

MOST_QUOTED = 80
MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        # The file itself
        "not_utf8": "The text cannot be read from here on. Save the file again as plain text with the encoding 'UTF-8'.",
        "too_large": "The file has {size} KB; a record has at most {most} KB. Was a picture or a whole report pasted in? Keep the story only.",
        "empty_file": "The file is empty. Begin with a line '---', then the fields, a second line '---' and the story. See CONTRIBUTING.md.",
        "symlink": "This is a link to another file. Put the file itself here.",
        "not_a_file": "This is a folder. Records lie directly in {folder}, one file each.",
        "not_a_record": "The file '{name}' is not a record: {folder} holds only files that end in '.md'. Put it elsewhere, or delete it.",
        "bad_name": "The file name '{name}' is the page's address, so it has small letters, digits and hyphens only. Rename it to '{better}'.",
        "same_name": "The file names '{name}' and '{other}' differ only in capital letters, and many computers cannot keep both. Rename one of them.",
        "merge_conflict": "'{value}' is left from a merge conflict. Keep the version you want and delete the three marker lines.",
        "bad_character": "Here stands an invisible character ({name}). Delete it, or type the words again.",
        # Front matter
        "no_front_matter": "The file must begin with a line '---', then the fields, then a second line '---'. See CONTRIBUTING.md.",
        "front_matter_not_closed": "The fields have no end. Put a line '---' after the last field, before the story.",
        "front_matter_empty": "There are no fields here. See CONTRIBUTING.md for the ones a record needs.",
        "front_matter_not_fields": "Here stand fields, one to a line, such as 'title: Residents learn to train each other'.",
        "yaml_tab": "Here stands a tab. Indent with spaces.",
        "yaml_colon": "The text has a colon and a space in it, so it needs quotation marks. Write: {better}",
        "yaml_quote": "A quotation mark is opened here and never closed. Close it with {quote} at the end of the text.",
        "yaml_escape": "'{value}' cannot stand between double quotation marks. Use single ones: '…'",
        "yaml_bracket": "A bracket is opened here and never closed. Close it with '{bracket}'.",
        "yaml_in_bracket": "'{value}' cannot stand here between brackets. Delete it, or put the text that it belongs to in quotation marks.",
        "yaml_indent": "This line is not indented like the lines around it. Fields of one group begin in the same column.",
        "yaml_list_in_text": "'- ' begins an entry of a list, but text stands before the list. Make that text an entry of its own.",
        "yaml_special": "A text cannot begin with '{value}' unless it stands in quotation marks. Write: {better}",
        "yaml_no_space": "A space is missing here. Write: {better}",
        "yaml_after": "Words follow the closing {mark}. Put quotation marks around the whole text. Write: {better}",
        "yaml_no_colon": "This line is no field. If it continues the text above, indent it; if it is a field, write its name, a colon and a space: 'title: …'.",
        "yaml_deep": "The fields are nested more than {most} levels deep. No field of a record needs that.",
        "yaml_alias": "'{value}' is a YAML shortcut that points to another value. Write the value itself; if it is text, put it in quotation marks.",
        "yaml_tag": "'{value}' is a YAML tag. Delete it; if it is text, put it in quotation marks.",
        "yaml_several": "'{value}' stands among the fields. Delete this line; one line '---' above the fields and one below them are enough.",
        "yaml_key": "A field begins with its name, a colon and a space: 'title: …'. If this is text, put it in quotation marks.",
        "duplicate_key": "'{value}' was given already in line {first}. Keep one of the two.",
        "comment_after_value": "'{value}' would be lost, because ' #' begins a comment. {instead}",
        # Fields
        "missing": "This field is missing. {help} For example:\n    {example}",
        "empty": "This field is empty. {help} For example:\n    {example}",
        "unknown_field": "'{value}' is not a field of {group}.{nearest}",
        "wrong_type": "This should be {wanted}, but is {found}. For example:\n    {example}",
        "number_as_text": "'{value}' should be {wanted}: digits only, without quotation marks. For example:\n    {example}",
        "text_as_other": "'{value}' is read as {found}, not as text. Put it in quotation marks: \"{value}\"",
        "text_as_field": "The colon makes a field of this text. Put it in quotation marks: {better}",
        "nearly_not_reported": "'{value}' should read: not reported",
        "too_long": "This has {length} characters; it may have {most}. Cut {over}.",
        "too_short": "'{value}' is too short to help a reader: at least {least} characters. {help}",
        "too_many": "There are {length} entries here; there may be {most}. Keep the ones that matter most.",
        "too_few": "There is no entry here; at least {least} is needed. {help} For example:\n    {example}",
        "said_twice": "'{value}' stands in this list already. Keep one of the two.",
        "wrong_form": "'{value}' has the wrong form. Write {form}.{nearest}",
        "not_a_day": "'{value}' is not a day of the calendar. Write {form}.",
        "out_of_range": "{value} is not between {least} and {most}. {help}",
        "not_a_choice": "'{value}' is not one of the choices: {choices}.{nearest}",
        "unknown_term": "'{value}' is not {a} {singular}.{nearest} All {title}: {home}",
        "synonym_used": "'{value}' is another word for '{id}' ({label}). Write '{id}'.",
        "label_used": "'{value}' is how pages show '{id}'. Write '{id}'.",
        "group_used": "'{value}' is a heading for narrower terms. Choose one of them: {narrower}.",
        # Between fields and records
        "unknown_record": "There is no {kind} '{value}'.{nearest} All: {home}",
        "unknown_address": "'{value}' is not an address of this site.{nearest} Write it as it stands behind the site's name, for example /guides/mainstreaming/.",
        "unknown_filter": "'{value}' is not a filter of the finder.{nearest} Choose filters in the finder and copy what its address shows, for example /find/?audience=councillors.",
        "self_reference": "'{value}' is this case itself. Name another case, or delete the entry.",
        "self_link": "'{value}' leads to this very page. Name another record, or delete the link.",
        "unknown_source": "'{value}' is not the id of an entry under sources.{nearest}",
        "unused_source": "'{value}' is cited nowhere in this record. Cite it as [^{value}] or in an outcome, or delete the entry.",
        "source_twice": "'{value}' is the id of two sources. Give each its own.",
        "source_kind": "It is not said what this source is. Give document and section (a report of this site), publication, year and part (any other), or told_by and told_on (somebody who was there).",
        "source_mixed": "'{value}' makes a second kind of source of this entry, besides {other}. Make an entry of each.",
        "unknown_document": "'{value}' is not a source record.{nearest} All sources: docs/sources/",
        "unknown_section": "'{value}' is not in the outline of {document}.{nearest} The outline: docs/sources/{document}.md",
        "paragraph_missing": '{document} numbers its paragraphs. Add the number. For example:\n    paragraph: "3.11"',
        "paragraph_not_numbered": "{document} does not number its paragraphs. Delete this field.",
        "section_twice": "'{value}' is the id of two sections. Give each its own.",
        "unknown_outer": "'{value}' is not a section further up in this outline.{nearest}",
        "dates_reversed": "{value} comes before the start, {start}. Swap the two.",
        "after_its_time": "{value} lies after the source of {year} that tells the story. Give the year as the source has it.",
        "proposed_with_outcomes": "A proposed scheme has no outcomes yet. Write: outcomes: not reported",
        "repeat_without_year": "'{value}' names no year. Say when it was, with the year, for example: spring 2026",
        "repeat_not_done_yet": "{value} lies after {told_on}, the day on which it was told. Tell what has been done, not what is planned.",
        "review_order": "'{value}' is not after the day of the review, {reviewed}. Give a later day.",
        "change_order": "{value} is later than {above}, the day of the change above it. Put the newest change first.",
        "change_too_early": "{value} lies before {year}, the year of the source. Give the day on which this record was changed.",
        "nobody_wrote_it": "Nobody is named who wrote the report. Give its authors, or the organisations under author_bodies.",
        "nobody_published_it": "It is not known who published the report, nor who asked for it. Look once more: readers need one of the two to find it.",
        "guidance_twice": "'{value}' stands in this register already, of the same year. Keep one of the two.",
        "version_ahead": "'{value}' is later than {latest}, the day of this page's own version. Copy the version from the page.",
        "answer_twice": "The pair '{need}' and '{approach}' stands in answer {other} already. Join the two sentences.",
        "two_sentences": "A summary is two sentences: the problem; then what was done and what came of it. This has {count}.",
        "uncited_effort": "Say which source tells of cost, time and people. For example:\n    source: {example}",
        "figure_without_sources": "'{value}' is a figure without a source. Add sources to this entry: the ids of entries under sources.",
        "not_for_shape": "A framework of the shape {shape} has no such field. Delete it.",
        "wrong_width": "There are {length} entries in this row; the headings after the first ask for {wanted}.",
        "minutes_differ": "The timed items add up to {total} minutes, and not to {value}. Change the one or the other.",
        "unknown_figure": "'{value}' is not a figure of a survey in docs/evidence/.{nearest}",
        "unknown_group": "'{value}' is not the id of a group of this survey.{nearest}",
        "figure_not_below": "'{value}' stands in this field but in no cited paragraph, outcome or entry of this record. Give it there, with its source.",
        # Addresses that were promised
        "ledger_line": "'{value}' is no line of this list, which is a day and an address: '2026-11-22 /needs/'. Nobody writes this file by hand. Undo the change.",
        "ledger_twice": "'{value}' stands in line {first} already. Nobody writes this file by hand. Undo the change.",
        "promise_broken": "'{value}' was promised on {on}, and nothing is there now. Bring it back, say in published/redirects.yml where it is now, or say in published/withdrawals.yml why it is gone. For example:\n    - from: {address}\n      to: {now}\n      on: {day}\n      reason: It has a better name.",
        "move_twice": "'{value}' has an entry already: {where}. Keep one of the two.",
        "move_to_itself": "'{value}' leads to itself. Name the address where it is now.",
        "move_again": "'{value}' has moved itself. Name the address where it is now, '{target}': a reader takes one step, not two.",
        "move_loop": "'{value}' leads back to '{source}', so nobody would arrive. Keep the entry of the one that is gone.",
        "move_unlike": "'{value}' cannot stand for '{source}'. Name {wanted}.",
        "move_still_there": "'{value}' is still there, and an address never stands for two things. Delete this entry, or give what is there a name of its own.",
        "move_nowhere": "'{value}' is no address of this site.{nearest} Name a page that is there.",
        # The body
        "no_body": "There is no story below the fields. Write it below the second line '---'.",
        "missing_section": "The section '## {section}' is missing. Add that heading and its text.",
        "misspelt_section": "'{value}' should read '## {section}'.",
        "empty_section": "There is nothing under '{value}'. Write the text, or delete the heading.",
        "section_order": "'## {section}' stands in the wrong place. The order is: {order}.",
        "top_heading": "'{value}' makes a second title. Begin headings in the story with '## '.",
        "too_many_words": "The story has {length} words; it may have {most}. Cut {over}.",
        "figure_without_citation": "'{value}' is a figure without a source. End the paragraph with a citation such as [^{example}].",
        "unknown_citation": "[^{value}] is not the id of an entry under sources.{nearest}",
        "footnote_text": "Notes are written by the site from the entries under sources. Delete this line.",
        "raw_html": "'{value}' is HTML, which records may not have. {instead}",
        "template_variable": "'{value}' looks like a template variable that was never filled in. Write the words themselves.",
        "attribute_list": "'{value}' sets attributes, which records may not do. Delete it.",
        "unsafe_markup": "This would make a page that is not safe. Use plain Markdown: paragraphs, lists, bold and italic.",
        "outside_link": "'{value}' is not the file of a record. Records link only to other records, for example [Blacon](blacon-virtual-child.md).",
        "picture": "'{value}' is a picture. Records have no pictures: describe what it shows.",
        "field_markup": "'{value}' is Markdown, which fields do not have: it would be shown as it stands. Write plain words.",
        "dangling_link": "'{value}' leads to no file.{nearest}",
        # Advice on plain English
        "long_sentence": "The sentence that begins '{value}' has {length} words. Make two of it: {most} are enough.",
        "unexplained_acronym": "'{value}' is an acronym. Write the words, or add it to the glossary: schemas/vocabularies/glossary.yml",
        "word_to_avoid": "'{value}' is hard to read: {instead}.",
        # Vocabularies
        "term_twice": "'{value}' is the id of two terms. Ids are never reused: give this one its own.",
        "synonym_twice": "'{value}' already stands for '{other}'. A word can lead to one term only.",
        "unknown_broader": "'{value}' is not a term of this list.{nearest}",
        "too_deep": "'{value}' is itself narrower than another term, and the list has two levels. Name a term of the first level.",
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


def count_note(count: int, files: int) -> str:
    """The closing line of a report."""
    problems = "no problems" if not count else f"{count} problem{'s' * (count != 1)}"
    return f"{files} file{'s' * (files != 1)} checked, {problems}"


def as_text(problems: Iterable[Problem], files: int, advice: Iterable[Problem] = ()) -> str:
    """A line per problem in order, then a count; then the advice, which is no error."""
    ordered, hints = sorted(set(problems)), sorted(set(advice))
    lines = [*map(str, ordered), count_note(len(ordered), files)]
    if hints:
        lines += ["", "Advice on plain English, for you to take or leave:", *map(str, hints)]
    return "\n".join(lines) + "\n"


def as_json(problems: Iterable[Problem], files: int, advice: Iterable[Problem] = ()) -> str:
    """The problems and the advice as JSON, for programs."""
    found = {"problems": problems, "advice": advice}
    report = {"files": files, **{name: [asdict(one) for one in sorted(set(ones))] for name, ones in found.items()}}
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"
