"""Measures the check on texts that were written to make it take long: python benchmarks/hostile_texts.py [letters]

Prints the milliseconds for a record whose story, value of a field, or place of a field one sign fills, and for what is
looked for in a story. What the check says of such texts is tested; how long it takes depends on the computer.
"""

import sys
from collections.abc import Callable, Iterable
from time import perf_counter

import serving  # noqa: F401  # it knows the way to the tests

import hostile
from test_front_matter import GOOD, around, checked
from test_markup import PATTERNS, targets
from whatworks.figures import figures
from whatworks.markup import elements, headings, paragraphs, prose, sentences

LETTERS = 45_000
LOOKS: tuple[Callable[[str], Iterable[object]], ...] = (
    *(headings, paragraphs, targets, sentences, elements, prose, figures),
    *(pattern.findall for pattern in PATTERNS),
)


def milliseconds(act: Callable[[], object]) -> float:
    """How long something takes."""
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1000


def main(letters: int = LETTERS) -> None:
    """Prints both tables."""
    around()
    print(f"{f'{letters} letters of':28}{'story, ms':>12}{'value, ms':>12}{'field, ms':>12}")
    for sign in hostile.SIGNS:
        texts = hostile.records(GOOD, sign, letters)
        times = [milliseconds(lambda text=text: checked(text)) for text in texts]  # type: ignore[misc]
        print(f"{sign!r:28}" + "".join(f"{time:12.0f}" for time in times))
    print(f"\n{'A story of':28}{'all, ms':>12}{'longest, ms':>12}")
    for name, text in hostile.STORIES.items():
        times = [milliseconds(lambda look=look, text=text: list(look(text))) for look in LOOKS]  # type: ignore[misc]
        print(f"{name:28}{sum(times):12.0f}{max(times):12.0f}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))
