"""What related cases share, where they differ, and which others stand near."""

from dataclasses import replace

from builders import BRIEF, CASE, VOCABULARIES, WITHDRAWN, case, catalogue, term, vocabulary
from whatworks.history import Withdrawal
from whatworks.parts import Answer, Place, Related
from whatworks.relations import Relation, nearest, relations, written
from whatworks.traits import Trait, differs, shared

REASON = CASE.related[0].reason
LISTS = {
    **VOCABULARIES,
    "settings": vocabulary("settings", "estate-partnership", "council"),
    "regions": vocabulary("regions", "north-west", "wales", term("unnamed", catch_all=True)),
    "audiences": vocabulary("audiences", "residents", "councillors", "officers", "chairs"),
}
FAR = case(
    id="far",
    title="Far",
    place=Place("Caerwen", "Gwynedd", "wales"),
    setting="council",
    audiences=("officers",),
    dates=None,
    status="running",
    answers=(Answer("clear-roles", "open-diary", "E."),),
    outcomes=(),
    related=(),
)
SHARED = (
    Trait("need", "Confidence"),
    Trait("kind of partnership", "Estate partnership"),
    Trait("people it was for", "Residents"),
)


def test_a_relation_reads_rightly_in_both_directions() -> None:
    known = catalogue(CASE, BRIEF)
    there = (
        Trait("approach", "Open diary"),
        Trait("how far it had come", "Proposed"),
        Trait("how we know what changed", "No outcome told"),
    )
    back = (
        Trait("approach", "Coaching"),
        Trait("how far it had come", "Delivered"),
        Trait("how we know what changed", "Measured"),
    )
    assert relations(known, CASE) == (Relation(BRIEF, REASON, False, SHARED, there),)
    assert relations(known, BRIEF) == (Relation(CASE, REASON, True, SHARED, back),)


def test_a_need_and_an_approach_together_tell_most() -> None:
    twin = case(id="twin", place=Place("Elm", "Elmshire", "north-west"), setting="council", audiences=("councillors",))
    known = catalogue(CASE, twin, vocabularies=LISTS)
    assert shared(known, CASE, twin) == (
        Trait("need and approach", "Confidence – Coaching"),
        Trait("people it was for", "Councillors"),
        Trait("region", "North west"),
    )
    assert differs(known, CASE, twin) == (Trait("kind of partnership", "Council"),)


def test_cases_with_nothing_in_common_share_nothing() -> None:
    known = catalogue(CASE, FAR, vocabularies=LISTS)
    assert shared(known, CASE, FAR) == ()
    assert differs(known, CASE, FAR) == (
        Trait("approach", "Open diary"),
        Trait("kind of partnership", "Council"),
        Trait("how we know what changed", "No outcome told"),
    )


def test_a_shared_approach_for_another_need() -> None:
    other = case(id="other", answers=(Answer("clear-roles", "coaching", "F."),))
    known = catalogue(CASE, other)
    assert shared(known, CASE, other)[0] == Trait("approach", "Coaching")
    assert differs(known, CASE, other) == (Trait("need", "Clear roles"),)


def test_cases_without_a_region_do_not_share_one() -> None:
    nowhere = Place("Not named", "Not named", "unnamed")
    one, other = case(place=nowhere), case(id="other", place=nowhere)
    assert [trait.name for trait in shared(catalogue(one, other), one, other)] == [
        "need and approach",
        "kind of partnership",
        "people it was for",
    ]


def test_long_lists_are_counted() -> None:
    many = case(id="many", audiences=("officers", "chairs", "residents", "councillors"))
    few = case(audiences=("officers",))
    known = catalogue(few, many, vocabularies=LISTS)
    assert shared(known, many, replace(many, id="same"))[2].there == "Officers and 3 more"
    assert shared(known, few, many)[2].there == "Officers"


def test_the_nearest_share_a_need_or_an_approach_and_are_no_proposals() -> None:
    approach = case(id="approach", title="B", answers=(Answer("clear-roles", "coaching", "G."),))
    pair = case(id="pair", title="C", setting="council", audiences=())
    known = catalogue(CASE, BRIEF, approach, pair, FAR, WITHDRAWN, vocabularies=LISTS)
    assert [one.id for one in nearest(known, CASE)] == ["pair", "approach"]
    assert [one.id for one in nearest(known, CASE, {"pair"})] == ["approach"]
    assert nearest(known, FAR) == (approach,)


def test_what_is_level_decides_next() -> None:
    plain = case(id="plain", title="A", setting="council", audiences=(), place=FAR.place, outcomes=())
    same_setting = replace(plain, id="same-setting", setting=CASE.setting)
    same_audience = replace(plain, id="same-audience", audiences=("residents",))
    same_region = replace(plain, id="same-region", place=CASE.place)
    better_known = replace(plain, id="better-known", outcomes=CASE.outcomes)
    others = (plain, better_known, same_region, same_audience, same_setting)
    known = catalogue(CASE, *others, vocabularies=LISTS)
    assert [one.id for one in nearest(known, CASE)] == [one.id for one in reversed(others)]


def test_few_named_relations_are_filled_up_to_three_with_the_nearest() -> None:
    others = [case(id=f"other-{number}", title=f"Other {number}", related=()) for number in range(4)]
    known = catalogue(CASE, BRIEF, *others)
    found = relations(known, CASE)
    assert [(one.case.id, one.reason) for one in found] == [(BRIEF.id, REASON), ("other-0", ""), ("other-1", "")]
    named = replace(CASE, related=tuple(Related(one.id, "H.") for one in (BRIEF, *others)))
    assert [one.reason for one in relations(catalogue(named, BRIEF, *others), named)] == ["H."] * 5


def test_a_withdrawn_case_is_not_filled_up() -> None:
    gone = replace(CASE, related=(), withdrawn=Withdrawal("Wrong.", "2026-11-05"))
    assert relations(catalogue(gone, case(id="other")), gone) == ()


def test_related_cases_are_those_that_a_case_names_and_those_that_name_it() -> None:
    reason = CASE.related[0].reason
    third = case(id="third", related=(Related(CASE.id, "Third."), Related(BRIEF.id, "Fourth.")))
    known = catalogue(CASE, BRIEF, third)
    assert written(known, CASE) == ((BRIEF, reason), (third, "Third."))
    assert written(known, BRIEF) == ((CASE, reason), (third, "Fourth."))


def test_related_cases_that_are_withdrawn_or_left_out_are_not_shown() -> None:
    naming = case(related=(Related("old", "Old."), Related("absent", "Absent.")))
    assert written(catalogue(naming, WITHDRAWN), naming) == ()
    back = replace(BRIEF, related=(Related(CASE.id, "Back."),))
    assert written(catalogue(CASE, back), CASE) == ((back, CASE.related[0].reason),)
