"""Small records made in code: one good record, of which a test changes one thing."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from whatworks.case_studies import CaseStudy
from whatworks.catalogue import Catalogue
from whatworks.frameworks import Framework, Item, Row
from whatworks.guides import Guide, Pitfall, Shown, Step
from whatworks.history import Withdrawal
from whatworks.library import LibraryEntry, Section, Source
from whatworks.meeting_tools import Item as Line
from whatworks.meeting_tools import MeetingTool, Part, Point
from whatworks.parts import Answer, Citation, Condition, Dates, Effort, Outcome, Place, Related, Repeat, Setback
from whatworks.starts import Lead, Start
from whatworks.surveys import Figure, Group, Survey
from whatworks.vocabularies import Advice, Sign, Term, Vocabularies, Vocabulary

STORY = """## The problem

Few of the 40 residents spoke at meetings.[^course]

## What they did

A coach practised with [the group](briar-hill-open-diary.md) before each meeting.[^course]
"""

CASE = CaseStudy(
    id="ash-green-coaching",
    path="docs/case_studies/ash-green-coaching.md",
    body=STORY,
    depth="case study",
    title="Residents practise before each meeting",
    summary="Residents of Ash Green rarely spoke. A coach practised with them, and more of them did.",
    place=Place("Ash Green", "Barfield", "north-west"),
    setting="estate-partnership",
    dates=Dates(2002, 2004, "autumn to spring"),
    status="delivered",
    answers=(Answer("confidence", "coaching", "Practice took away the fear of getting it wrong."),),
    audiences=("residents", "councillors"),
    outcomes=(
        Outcome("Residents felt surer of themselves.", "learning", "described", "The report", None, None, "course"),
        Outcome("Four residents spoke.", "behaviour", "measured", "A coach", "None before", "A year", "course"),
    ),
    did_not_work=(Setback("failed", "A second group never met.", "course"),),
    sources=(Citation("course", "report-2004", "2-1-ash-green", "2.3"), Citation("end", "report-2004", "3-end")),
    reviewed="2026-11-02",
    review_by="2028-11-22",
    name="Speaking Up",
    also_known_as=("Speak Up",),
    keywords=("nervous", "public speaking"),
    might_say=("I never dare to open my mouth",),
    stage="forming",
    lead="Ash Green Partnership",
    partners=("Barfield Council", "Barfield College"),
    funding=("council-budget",),
    effort=Effort("£500", "Six evenings", None, "course"),
    conditions=(Condition("one-coach", "The same coach came each time.", "end"),),
    related=(Related("briar-hill-open-diary", "Also about meetings, but a diary took the place of a coach."),),
    digest="0a1b2c3d",
    repeats=(
        Repeat("Cedar Row, Barfield", "spring 2026", "Two coaches took turns.", "2026-11-02", "A chair"),
        Repeat("Dale End", "2025", "It began with a meal.", "2026-11-03"),
    ),
)
BRIEF = CaseStudy(
    id="briar-hill-open-diary",
    path="docs/case_studies/briar-hill-open-diary.md",
    body="The board meant to print a diary of all meetings.[^diary]\n",
    depth="brief",
    title="A board plans an open diary",
    summary="Nobody knew when the board met. It thought of a printed diary.",
    place=Place("Briar Hill", "Barfield", "north-west"),
    setting="estate-partnership",
    dates=None,
    status="proposed",
    answers=(Answer("confidence", "open-diary", "Who knows the day can prepare."),),
    audiences=("residents",),
    outcomes=(),
    did_not_work=(),
    sources=(Citation("diary", "report-2004", "3-end"),),
    reviewed="2026-11-02",
    review_by="2028-11-22",
)
SOURCE = Source(
    id="report-2004",
    path="docs/sources/report-2004.md",
    body="## How it was done\n\nTwo visits.[^self]\n\n## What it can and cannot show\n\nLittle.\n",
    title="Learning on Estates",
    subtitle="A second look",
    summary="A short report on two estates. It asked the people who took part.",
    authors=("A. Writer", "B. Writer"),
    author_bodies=("Barfield College",),
    commissioned_by="Barfield Council",
    publisher=None,
    year=2004,
    published="May 2004",
    terms="May be copied.",
    numbered_paragraphs=True,
    outline=(
        Section("2-visits", "Visits", "2"),
        Section("2-1-ash-green", "Ash Green", "2.1", within="2-visits"),
        Section("3-end", "The end", "3"),
    ),
    reviewed="2026-11-02",
    review_by="2028-11-22",
)
GUIDE = Guide(
    id="first-meeting",
    path="docs/guides/first-meeting.md",
    body="## Before\n\nAsk the coach.[^course]\n",
    title="A first meeting",
    summary="Few people speak at a first meeting. This page helps a chair to change that.",
    reader="Chairs",
    minutes=1,
    needs=("confidence",),
    approaches=("coaching",),
    in_brief=("Ask the coach.", "Begin with what people know.", "End with what was learned."),
    steps=(
        Step("Ask the coach", "Ask how the first evening went.", ("course",), (Shown(CASE.id, "A coach came first."),)),
        Step("Begin with names", "Let people say who they are.", (), (), ("who-speaks#spoke-councillors",)),
    ),
    pitfalls=(Pitfall("The papers come late.", "Send them a week before.", ("course",), ("who-speaks#spoke",)),),
    questions=("Who has not spoken yet?",),
    sources=(Citation("course", "report-2004", "2-1-ash-green"),),
    reviewed="2026-11-02",
    review_by="2028-11-22",
)
RESOURCE = LibraryEntry(
    id="chairing-course",
    path="docs/resources/chairing-course.md",
    body="It ran in three parts.[^end]\n",
    title="A course on chairing",
    summary="Chairs had no training. A college offered a course.",
    kind="course",
    run_by="Barfield College",
    dates=Dates(2003, None, "spring"),
    region="north-west",
    status="running",
    needs=("confidence",),
    approaches=("coaching",),
    audiences=("residents",),
    sources=(Citation("end", "report-2004", "3-end"),),
    reviewed="2026-11-02",
    review_by="2028-11-22",
    also_known_as=("Chair training",),
)
START = Start(
    id="chair",
    path="docs/start/chair.md",
    title="Chair",
    order=1,
    reader="You chair a board.",
    question="How do I get people to speak?",
    steps=(
        Lead("Hold a first meeting", "/guides/first-meeting/", "It helps more people to speak."),
        Lead("See what residents did", "/find/?audience=residents", "They tell how they practised."),
        Lead("Find out where you stand", "/where_are_we/", "One question shows your stage."),
    ),
    also=(
        Lead("See how a coach helped", f"/case_studies/{CASE.id}/"),
        Lead("See measured cases", "/find/?evidence=measured&evidence=described"),
        Lead("Look up a word", "/glossary/"),
    ),
)

SPOKEN = Survey(
    id="who-spoke",
    path="docs/evidence/who-spoke.md",
    body="The report asked each resident once.[^course]\n",
    title="Who spoke at the first meeting",
    summary="About half of the residents spoke. Of the councillors, nearly all did.",
    asked="Did you speak at the first meeting?",
    of_whom="Everybody who came.",
    answered=None,
    when="2003",
    unit="percent",
    several=False,
    groups=(Group("residents", "Residents", 40), Group("councillors", "Councillors", None)),
    figures=(
        Figure("residents", "Spoke", 52.5, "course", about=True, group="residents"),
        Figure("councillors", "Spoke", 90, "course", at_least=True, group="councillors", note="Two were ill."),
    ),
    caveats=("Few were asked.", "Nobody asked twice."),
    needs=("confidence",),
    approaches=(),
    sources=(Citation("course", "report-2004", "2-1-ash-green", "2.3"),),
    reviewed="2026-11-02",
    review_by="2028-11-22",
)


FRAMEWORK = Framework(
    id="from-asking-to-acting",
    path="docs/frameworks/from-asking-to-acting.md",
    body="## More\n\nAsk twice.[^course]\n",
    title="From asking to acting",
    summary="Boards ask and then do nothing. This model shows the way on.",
    shape="chain",
    purpose="Use it to see where you are.",
    use=("Read it aloud.", "Say where you are.", "Choose a step."),
    made_by="Barfield College",
    year=2004,
    caption="Three steps",
    heads=("Step", "What it is"),
    rows=(
        Row(
            "Ask", "It takes an evening.", ((Item("Ask the residents", "All of them.", "confidence"),),), group="First"
        ),
        Row("Listen", "", ((Item("Hear them out"),),), joined=True),
        Row("Act", "", ((Item("Do one thing"),),), group="Then"),
    ),
    ways=(),
    caveats=("Nobody has tried it.",),
    needs=("confidence",),
    approaches=("coaching",),
    sources=(Citation("course", "report-2004", "2-1-ash-green", "2.3"),),
    reviewed="2026-11-02",
    review_by="2028-11-22",
    also_known_as=("Asking model",),
)


def sheet(id: str, title: str, *parts: Part) -> MeetingTool:
    """A sheet for a meeting with these parts."""
    return MeetingTool(
        id=id,
        path=f"docs/meeting_tools/{id}.md",
        title=title,
        summary="Somebody is about to join. This sheet says what to do.",
        reader="chairs",
        minutes=25,
        needs=("confidence",),
        approaches=("coaching",),
        use=("Print one sheet for each.", "Write a name beside each line."),
        heading=("Partnership", "Date"),
        parts=parts,
        background=(Point("Why so early", "Few of the residents spoke at first.", ("course", "end")),),
        cases=(
            Shown("ash-green-coaching", "A coach came first."),
            Shown("briar-hill-open-diary", "A board had a plan."),
        ),
        sources=(Citation("course", "report-2004", "2-1-ash-green", "2.3"), Citation("end", "report-2004", "3-end")),
        reviewed="2026-11-02",
        review_by="2028-11-22",
        digest="1b2c3d4e",
    )


TOOLS = (
    sheet(
        "agenda",
        "Half an hour on learning",
        Part(
            "Item by item",
            "timed",
            (
                Line("Welcome", minutes=10, question="Who is here?", lead="Chair", prepare="Ask the coach to come."),
                Line("What we lack", minutes=15, lead="A member", materials="Pens & cards"),
            ),
            note="Keep to the clock.",
            sources=("course",),
        ),
    ),
    sheet(
        "induction-checklist",
        "Welcoming somebody new",
        Part("Before", "ticks", (Line("Send the handbook", help="One page is enough."), Line("Meet them"))),
        Part("Afterwards", "lines", (Line("Their own words"),), rows=2),
    ),
    sheet(
        "learning-plan",
        "A plan for learning",
        Part("Aims", "lines", (Line("Our aims", id="aims", help="What must we do better?"),), rows=2),
        Part("Rows", "columns", (Line("Need", id="need", help="In your words."), Line("Case", id="case")), rows=3),
    ),
    sheet(
        "needs-questionnaire",
        "What is hard for you?",
        Part("Acting", "answers", (Line("Do you speak up?", need="confidence"),), answers=("Yes", "Partly", "No")),
    ),
)

SURVEY = Survey(
    id="who-speaks",
    path="docs/evidence/who-speaks.md",
    body="",
    title="Who speaks at meetings",
    summary="Half of the residents spoke. Few councillors listened for long enough to hear them.",
    asked="Did you speak at the last meeting?",
    of_whom="Residents and councillors of two estates.",
    answered=40,
    when="spring 2004",
    unit="percent",
    several=True,
    groups=(Group("residents", "Residents of Ash Green", 30), Group("councillors", "Councillors", None)),
    figures=(
        Figure("spoke", "Spoke at the last meeting", 50, "end", about=True, group="residents", note="Told as half."),
        Figure(
            "spoke-twice", "Spoke more than once, or asked a question of another member", 12.5, "end", group="residents"
        ),
        Figure("spoke-councillors", "Spoke at the last meeting", 75, "course", at_least=True, group="councillors"),
    ),
    caveats=("The two estates were chosen.", "Nobody checked what people said."),
    needs=("confidence",),
    approaches=("coaching",),
    sources=(Citation("course", "report-2004", "2-1-ash-green", "2.3"), Citation("end", "report-2004", "3-end")),
    reviewed="2026-11-02",
    review_by="2028-11-22",
)
PROPOSAL = replace(
    SURVEY,
    id="cost-of-coaches",
    path="docs/evidence/cost-of-coaches.md",
    title="What coaches were proposed to cost",
    summary="A year of coaching was proposed to cost up to £1,000. It was an idea.",
    answered=None,
    when=None,
    unit="pounds",
    several=False,
    groups=(),
    figures=(Figure("all", "A year of coaching", 1000, "end", at_most=True),),
    proposed=True,
)


def term(id: str, broader: str = "", **values: Any) -> Term:
    """A term whose label is its id in words."""
    label = id.replace("-", " ").capitalize()
    return Term(id, **{"label": label, "definition": f"What {label} means.", "broader": broader, **values})


def vocabulary(name: str, *terms: Term | str) -> Vocabulary:
    """A list of terms; a plain id stands for a plain term."""
    own = tuple(term(one) if isinstance(one, str) else one for one in terms)
    title = name.replace("_", " ").capitalize()
    return Vocabulary(name, title, title.lower().removesuffix("s"), f"The list of {title}.", own)


VOCABULARIES: Vocabularies = {
    one.name: one
    for one in (
        vocabulary(
            "needs",
            "changing-behaviours",
            term(
                "confidence",
                "changing-behaviours",
                synonyms=("speaking up", "nerves"),
                scope_note="Not the same as public speaking.",
                document="report-2004",
                section="2-1-ash-green",
            ),
            term("clear-roles", "changing-behaviours"),
        ),
        vocabulary(
            "approaches",
            "learning-together",
            term("coaching", "learning-together", synonyms=("mentoring",)),
            "being-open",
            term("open-diary", "being-open"),
        ),
        vocabulary("audiences", "residents", "councillors"),
        vocabulary("settings", "estate-partnership"),
        vocabulary("regions", "north-west", term("unnamed", catch_all=True)),
        vocabulary(
            "stages",
            term(
                "forming",
                signs=(Sign("speaking-new", "speaking", "We have only met once."),),
                helps=(Advice("Meet on neutral ground.", "report-2004", "3-end"),),
                needs=("confidence",),
                document="report-2004",
                section="3-end",
            ),
            term(
                "failing",
                scope_note="People leave.",
                signs=(Sign("speaking-silence", "speaking", "Nobody speaks any more."),),
                helps=(Advice("Begin again."),),
                needs=("clear-roles",),
            ),
        ),
        vocabulary("stage_questions", term("speaking", question="Who speaks?")),
        vocabulary(
            "conditions",
            "people",
            term("one-coach", "people", question="Can one person stay?"),
            term("own-room", question="Is there a room of your own?"),
        ),
        vocabulary("outcome_levels", *(term(id, rule="A rule.", example="One.") for id in ("learning", "behaviour"))),
        vocabulary("evidence", *(term(id, rule="A rule.", example="One.") for id in ("described", "measured"))),
        vocabulary("funding", "council-budget"),
        vocabulary("statuses", "delivered", "running", "proposed", "stopped"),
        vocabulary("did_not_work_kinds", "failed", "hard", "not-known"),
        vocabulary("resource_kinds", "course", "tool"),
        vocabulary("glossary", term("estate-board", synonyms=("EB",)), "coach"),
        vocabulary("survey_subjects", term("meetings", records=("who-speaks", "not-there"))),
        vocabulary("key_figures", term("half", definition="of residents spoke.", records=("who-speaks#spoke",))),
        vocabulary("guide_questions", term("start", records=("first-meeting", "not-there"))),
        vocabulary("words_to_avoid", term("utilise", definition="use")),
    )
}


def case(**changes: Any) -> CaseStudy:
    """The good case with some fields changed; another id is another file."""
    path = f"docs/case_studies/{changes.get('id', CASE.id)}.md"
    return replace(CASE, **{"path": path, **changes})


def catalogue(*cases: CaseStudy, **changes: Any) -> Catalogue:
    """A catalogue of these cases, or of the good case and the brief."""
    made = Catalogue(cases or (CASE, BRIEF), (RESOURCE,), (GUIDE,), (SOURCE,), VOCABULARIES)
    own = {"starts": (START,), "frameworks": (FRAMEWORK,), "meeting_tools": TOOLS, "surveys": (PROPOSAL, SURVEY)}
    return replace(made, **{**own, **changes})


WITHDRAWN = case(id="old", withdrawn=Withdrawal("Its figures were wrong.", "2026-11-05", "ash-green-coaching"))
# The fields whose words people write freely; all others are ids, days, paths and Markdown.
TEXTS = frozenset(
    "title summary name area note how change who compared_with after what cost time people reason lead partners run_by "
    "also_known_as subtitle authors author_bodies commissioned_by publisher published terms heading number paragraph "
    "where when different told_by reader label definition answer synonyms scope_note question rule example "
    "description singular published_by tell do why purpose use made_by caption heads group caveats words across "
    "text help prepare materials shows answers instead in_brief questions asked of_whom".split()
)


# Ids under the name of a text.
IDS = {(Vocabulary, "name"), (Figure, "group")}


def worded(value: Any, write: Callable[[str], str], name: str = "") -> Any:
    """A record, or anything that holds records, with each free text that it has written anew."""
    if isinstance(value, str):
        return write(value) if name in TEXTS and value else value
    if isinstance(value, tuple):
        return tuple(worded(one, write, name) for one in value)
    if isinstance(value, dict):
        return {key: worded(one, write) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value) if (type(value), field.name) not in IDS]
        return replace(value, **{name: worded(getattr(value, name), write, name) for name in names})
    return value
