"""A page as search knows it."""

from dataclasses import dataclass, replace

from whatworks.search.words import content_words, words


@dataclass(frozen=True)
class Entry:
    """A page as search knows it: where it is, what the reader is shown of it, and what it is found by.

    `name` is what it was called, `also` what people say instead, `keywords` everyday words for it, `might_say` what
    people might say whom it would help, `by` who wrote, led or ran it, `partnership` its kind of partnership in the
    words of England and Scotland, `audience` whom it was for, `how` why its approaches met its needs. `needs` and
    `approaches` are ids of terms: whoever finds a term also finds what answers it.
    """

    kind: str
    folder: str
    id: str
    title: str
    summary: str
    context: str = ""
    name: str = ""
    also: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    might_say: tuple[str, ...] = ()
    place: str = ""
    by: str = ""
    partnership: str = ""
    audience: str = ""
    how: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    setbacks: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    approaches: tuple[str, ...] = ()
    is_part: bool = False

    @property
    def page(self) -> str:
        """The address of the page it is on, from the root of the site."""
        return f"{self.folder}/" if self.is_part else f"{self.folder}/{self.id}/"

    @property
    def url(self) -> str:
        """Its own address: that of its page or, for a part of one, its place on it."""
        return f"{self.page}#{self.id}" if self.is_part else self.page

    @property
    def lean(self) -> "Entry":
        """The same without the keywords of which every word stands in another text that is always looked at."""
        texts = (self.title, self.name, *self.also, self.place, self.summary)
        known = {word for text in texts for word in words(text)}
        return replace(self, keywords=tuple(one for one in self.keywords if not known.issuperset(content_words(one))))
