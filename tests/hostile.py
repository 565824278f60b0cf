"""Texts that somebody could write to make the check take long; benchmarks/hostile_texts.py measures how long."""

LETTERS = 20_000
# fmt: off
SIGNS = (
    "[", "![", "[a](", "<a ", "<!--", "`a ", "{{", "#\n", "a\n=\n", "> ", "**", "12 ", "(", "\t",
)
# fmt: on
STORIES = {
    "brackets": "[" * 50_000,
    "one long line": "a" * 100_000 + "\n-x",
    "code of one and two": "` `` " * 20_000,
    "tags that never end": "<a " * 30_000,
    "pictures that never end": "![" * 50_000,
    "tags that are never closed": "<b>" * 30_000,
    "tags of many names": "".join(f"<a{number}>" for number in range(15_000)),
    "curly brackets": "{" * 100_000,
    "citations that never end": "[^" * 50_000,
    "one long number": "1," * 50_000,
    "variables that never end": "${" * 50_000,
}


def records(good: str, sign: str, letters: int = LETTERS) -> tuple[str, str, str]:
    """A good record in which a sign fills the story, the value of a field, and the place of a field."""
    many = (sign * letters)[:letters]
    field = "lead: Anytown"
    return f"{good}\n{many}", good.replace(field, f"lead: '{many}'\n{field}"), good.replace(field, f"{many}\n{field}")
