"""The rules of fit and the addresses of views, without a page around them: whole inputs, whole outputs."""

import random
from itertools import product
from typing import Any

import pytest

IDS = ["a", "b", "c", "d"]
OFFERED = """{
  facets: new Map([["need", ["x", "y", "z"]], ["region", ["n", "s"]]]),
  groups: new Map([["need", new Map([["top", ["x", "z"]]])]]),
  sorts: ["relevance", "evidence", "title", "fit"],
  conditions: ["a", "b", "c", "d"],
}"""


@pytest.mark.parametrize(
    ("query", "answers", "unknown"),
    [
        ("", [], []),
        ("?fit=a.yes", [["a", "yes"]], []),
        ("?fit=b.no&x=1&fit=a.unsure", [["b", "no"], ["a", "unsure"]], []),
        ("?fit=a.yes&fit=a.no&fit=a.yes", [["a", "yes"]], ["a.no"]),
        ("?fit=e.yes&fit=a.maybe&fit=a&fit=&fit=a.yes.no", [], ["e.yes", "a.maybe", "a", "", "a.yes.no"]),
        ("?fit=a.constructor&fit=__proto__.yes", [], ["a.constructor", "__proto__.yes"]),
    ],
)
def test_answers_are_read_from_an_address(run: Any, query: str, answers: Any, unknown: list[str]) -> None:
    code = "([query, ids]) => { const got = own.read(query, ids); return [[...got.answers], got.unknown]; }"
    assert run("fit/answers", code, [query, IDS]) == [answers, unknown]


def test_equal_answers_are_written_alike(run: Any) -> None:
    code = "given => given.map((one) => own.written(new Map(one)))"
    one, other = [["b", "no"], ["a", "yes"]], [["a", "yes"], ["b", "no"]]
    assert run("fit/answers", code, [one, other, []]) == [["a.yes", "b.no"], ["a.yes", "b.no"], []]


@pytest.mark.parametrize(
    ("asked", "kept", "is_ours", "expected"),
    [
        ([], [["a", "yes"]], False, [[["a", "yes"]], True]),
        ([["a", "yes"]], [["a", "yes"]], False, [[["a", "yes"]], True]),
        ([["a", "no"]], [["a", "yes"]], False, [[["a", "no"]], False]),
        ([["a", "no"]], [["a", "yes"]], True, [[["a", "yes"]], True]),
        ([["a", "no"]], [], False, [[["a", "no"]], False]),
        ([["a", "no"]], [], True, [[], True]),
    ],
)
def test_whose_answers_are_shown(run: Any, asked: Any, kept: Any, is_ours: bool, expected: Any) -> None:
    code = """([asked, kept, isOurs]) => {
      const got = own.whose({ asked: new Map(asked), own: new Map(kept), isOurs });
      return [[...got.answers], got.isOwn];
    }"""
    assert run("fit/answers", code, [asked, kept, is_ours]) == expected


@pytest.mark.parametrize(
    ("query", "now"),
    [
        ("", ""),
        ("?need=x&q=a+b", "?need=x&q=a+b"),
        ("?q=a%20b&need=old", "?q=a+b&need=new"),
        ("?need=old&need=gone", "?need=new"),
        ("?need=gone", ""),
        ("?place=old", "?region=north"),
        ("?fit=old.yes&fit=old.no", "?fit=new.yes&fit=new.no"),
        ("?fit=old", "?fit=new"),
        ("?open=old&open=coach&open=x", "?open=new&open=coaching&open=x"),
        ("?open=gone", ""),
        ("?constructor=old&__proto__=old&need.old=yes", "?constructor=old&__proto__=old&need.old=yes"),
    ],
)
def test_old_values_are_read_as_new_ones(run: Any, query: str, now: str) -> None:
    moved = {
        "need=old": "need=new",
        "need=gone": "",
        "approach=coach": "approach=coaching",
        "place=old": "region=north",
    }
    code = "([query, moved]) => own.renewed(query, new Map(moved), new Map([['open', ['need', 'approach']]]))"
    assert run("old_values", code, [query, [*moved.items(), ("fit=old", "fit=new")]]) == now


@pytest.mark.parametrize(
    ("kept", "now"),
    [
        ([["a", "yes"]], [["a", "yes"]]),
        ([["old", "no"], ["a", "yes"]], [["new", "no"], ["a", "yes"]]),
        ([["new", "yes"], ["old", "no"]], [["new", "yes"]]),
        ([["gone", "no"]], []),
    ],
)
def test_answers_that_were_kept_have_the_ids_of_today(run: Any, kept: Any, now: Any) -> None:
    code = "([kept, moved]) => [...own.renamed(new Map(kept), new Map(moved))]"
    assert run("fit/answers", code, [kept, [["fit=old", "fit=new"], ["fit=gone", ""]]]) == now


def rule(fit: tuple[int, int, int]) -> tuple[bool, int, int, int]:
    """The rule in words: with conditions first, then matches less those that differ, matches, fewer not known."""
    match, differs, unknown = fit
    return not any(fit), differs - match, -match, unknown


def test_any_two_cases_stand_by_the_rule(run: Any) -> None:
    fits = list(product(range(4), repeat=3))
    code = """fits => {
      const many = (count) => Array(count).fill("x");
      const names = ["match", "differs", "unknown"];
      const fit = (counts) => Object.fromEntries(names.map((name, at) => [name, many(counts[at])]));
      const all = fits.map(fit);
      return all.map((one) => all.map((other) => Math.sign(own.compare(one, other))));
    }"""
    expected = [[(rule(one) > rule(other)) - (rule(one) < rule(other)) for other in fits] for one in fits]
    assert run("fit/rank", code, fits) == expected


@pytest.mark.parametrize(
    ("answers", "summary", "card"),
    [
        ([], "", "0 of 3 conditions match; not known: A, B, C."),
        (
            [["a", "unsure"]],
            "0 of 3 match, 1 not known, 2 not answered yet.",
            "0 of 3 conditions match; not known: A, B, C.",
        ),
        (
            [["a", "yes"], ["c", "no"]],
            "1 of 3 matches, 1 differs, 1 not answered yet.",
            "1 of 3 conditions matches; differs: C; not known: B.",
        ),
        ([["a", "yes"], ["b", "yes"], ["c", "yes"]], "3 of 3 match.", "3 of 3 conditions match."),
        (
            [["a", "no"], ["b", "no"], ["d", "yes"]],
            "0 of 3 match, 2 differ, 1 not answered yet.",
            "0 of 3 conditions match; differs: A, B; not known: C.",
        ),
    ],
)
def test_a_fit_is_told_in_words(run: Any, answers: Any, summary: str, card: str) -> None:
    fit = run("fit/rank", "answers => own.fitOf(['a', 'b', 'c'], new Map(answers))", answers)
    code = "fit => [own.summary(fit), own.onCard(fit, (id) => id.toUpperCase())]"
    assert run("fit/words", code, fit) == [summary, card]


def test_one_condition_and_none(run: Any) -> None:
    fits = [
        {"match": ["a"], "differs": [], "unknown": [], "open": 0},
        {"match": [], "differs": [], "unknown": [], "open": 0},
    ]
    code = "fits => fits.map((fit) => own.onCard(fit, (id) => id))"
    assert run("fit/words", code, fits) == ["1 of 1 condition matches.", "Not known: the report names no conditions."]


@pytest.mark.parametrize(
    ("query", "written", "unknown"),
    [
        ("", "", []),
        ("?sort=evidence&need=y&need=x&need=y", "?need=x&need=y", []),
        ("?need=top&need=red", "?need=x&need=z", ["red"]),
        ("?region=s&need=x&q=++a++b+", "?q=a+b&need=x&region=s", []),
        ("?q=a&sort=relevance", "?q=a", []),
        ("?q=a&sort=evidence", "?q=a&sort=evidence", []),
        ("?sort=relevance", "", []),
        ("?sort=fit", "", []),
        ("?sort=fit&fit=b.no&fit=a.yes&fit=z.yes", "?fit=a.yes&fit=b.no&sort=fit", ["z.yes"]),
        ("?fit=a.yes&sort=luck", "?fit=a.yes", []),
    ],
)
def test_equal_views_have_equal_addresses(run: Any, query: str, written: str, unknown: list[str]) -> None:
    code = f"query => {{ const offered = {OFFERED}; const view = own.read(query, offered);"
    code += " return [own.write(view, offered), view.unknown]; }"
    assert run("find/state", code, query) == [written, unknown]


def test_what_was_written_is_read_again(run: Any) -> None:
    dice = random.Random(3)
    words = ["", "a", "park gate", "50% & more", "é#?"]
    views = [
        [
            dice.choice(words),
            [[facet, dice.sample(ids, dice.randint(1, len(ids)))] for facet, ids in (("need", ["x", "y", "z"]),)],
            [[id, dice.choice(["yes", "no", "unsure"])] for id in dice.sample(IDS, dice.randint(0, 4))],
            dice.choice(["relevance", "evidence", "title", "fit"]),
        ]
        for _ in range(100)
    ]
    code = f"""views => {{
      const offered = {OFFERED};
      return views.flatMap(([q, chosen, fit, sort]) => {{
        const sets = new Map(chosen.map(([facet, ids]) => [facet, new Set(ids)]));
        const view = own.sortedBy({{ q, chosen: sets, fit: new Map(fit), unknown: [] }}, sort, offered);
        const query = own.write(view, offered);
        const again = own.read(query, offered);
        return own.write(again, offered) === query && again.q === q && again.sort === view.sort ? [] : [query];
      }});
    }}"""
    assert run("find/state", code, views) == []


@pytest.mark.parametrize(
    ("sort", "change", "expected"),
    [
        ("evidence", {"q": "a"}, "relevance"),
        ("title", {"q": "a"}, "title"),
        ("relevance", {"q": ""}, "evidence"),
        ("fit", {"fit": []}, "evidence"),
        ("evidence", {"sort": "title"}, "title"),
    ],
)
def test_the_usual_order_follows_the_view(run: Any, sort: str, change: Any, expected: str) -> None:
    code = f"""([sort, change]) => {{
      const offered = {OFFERED};
      const q = sort === "relevance" ? "a" : "";
      const view = {{ q, chosen: new Map(), fit: new Map([["a", "yes"]]), sort, unknown: ["x"] }};
      const next = own.changed(view, change.fit ? {{ fit: new Map(change.fit) }} : change, offered);
      return [next.sort, next.unknown];
    }}"""
    assert run("find/state", code, [sort, change]) == [expected, []]


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ({"shown": 9, "all": 9, "q": "", "isFiltered": False}, "9 cases"),
        ({"shown": 1, "all": 9, "q": "", "isFiltered": True}, "1 of 9 cases"),
        (
            {"shown": 0, "all": 9, "q": "", "isFiltered": True},
            "No case fits all of these filters. Take one off to see more.",
        ),
        ({"shown": 1, "all": 1, "q": "park", "isFiltered": False}, "1 case for “park”"),
        ({"shown": 2, "all": 9, "q": "park", "isFiltered": True}, "2 of 9 cases for “park”"),
        ({"shown": 0, "all": 0, "q": "park", "isFiltered": True}, "No case was found for “park”."),
        (
            {"shown": 0, "all": 9, "q": "park", "isFiltered": True},
            "No case for “park” fits all of these filters. Take one off to see more.",
        ),
    ],
)
def test_the_count_is_told_in_words(run: Any, view: Any, words: str) -> None:
    assert run("find/words", "view => own.counted(view)", view) == words
