"""What a schema cannot say of a record. A rule sees one record, which may have other mistakes, and yields problems."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from whatworks.problems import Problem
from whatworks.rules import changes, fields, guidance, models, references, story
from whatworks.rules.draft import Around, Draft

__all__ = ["RULES", "Around", "Draft", "check"]

Rule = Callable[[Draft], Iterator[Problem]]
# Which rules hold for which kinds of record.
FOR_ALL: tuple[Rule, ...] = (
    fields.fields_are_plain,
    fields.silence_has_one_spelling,
    fields.review_follows,
    story.story_is_short,
    story.headings_head_something,
    story.markup_is_plain,
    story.citations_are_listed,
    changes.major_changes_have_notes,
    changes.changes_stand_newest_first,
    changes.changes_differ,
    changes.changes_follow_the_record,
)
FOR_RECORDS: tuple[Rule, ...] = (
    *FOR_ALL,
    story.links_lead_to_records,
    story.links_lead_to_figures,
    story.figures_are_cited,
)
FOR_CASES: tuple[Rule, ...] = (
    *FOR_RECORDS,
    fields.summary_is_two_sentences,
    references.sources_are_of_one_kind,
    references.sources_exist,
    references.named_sources_are_listed,
    references.sources_are_used,
    fields.effort_is_cited,
    fields.dates_are_in_order,
    fields.proposals_have_no_outcomes,
    fields.answers_differ,
    references.related_cases_exist,
    fields.repeats_lie_in_the_past,
    fields.repeats_differ,
    fields.figures_in_fields_are_cited_below,
    story.story_is_there,
)
RULES: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "case_study": FOR_CASES,
        "brief": FOR_CASES,
        "resource": (
            *FOR_RECORDS,
            references.sources_are_of_one_kind,
            references.sources_exist,
            fields.dates_are_in_order,
        ),
        "source": (
            *FOR_RECORDS,
            fields.summary_is_two_sentences,
            references.outline_hangs_together,
            references.reports_can_be_found,
            story.story_is_there,
        ),
        "guide": (
            *FOR_RECORDS,
            references.sources_are_of_one_kind,
            references.sources_exist,
            references.named_sources_are_listed,
            references.related_cases_exist,
            guidance.guides_help_people_act,
            guidance.figures_in_steps_have_sources,
            guidance.quoted_figures_exist,
        ),
        "meeting_tool": (
            *FOR_ALL,
            fields.summary_is_two_sentences,
            references.sources_are_of_one_kind,
            references.sources_exist,
            references.named_sources_are_listed,
            references.sources_are_used,
            references.related_cases_exist,
            guidance.figures_in_steps_have_sources,
            guidance.timed_items_fill_the_minutes,
            guidance.answers_are_named,
        ),
        "survey": (
            *FOR_RECORDS,
            references.sources_are_of_one_kind,
            references.sources_exist,
            references.named_sources_are_listed,
            references.sources_are_used,
            guidance.survey_figures_differ,
            guidance.survey_figures_name_groups,
            guidance.percentages_are_shares,
        ),
        "start": (*FOR_ALL, references.links_lead_to_pages),
        "framework": (
            *FOR_RECORDS,
            fields.summary_is_two_sentences,
            references.sources_are_of_one_kind,
            references.sources_exist,
            models.shapes_have_their_parts,
            models.rows_fill_columns,
        ),
    }
)


def check(draft: Draft) -> list[Problem]:
    """What the rules of its kind say of a record."""
    return [problem for rule in RULES[draft.kind] for problem in rule(draft)]
