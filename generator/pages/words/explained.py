"""Official words explained where a reader first meets them on a page."""

from markupsafe import Markup

from generator.locale.glossary import GlossaryTerm, by_name
from generator.pages import addresses


def term_anchor(term: str) -> str:
    """The anchor of a word in the glossary: `istilah-dpa-perubahan`."""
    kept = "".join(letter if letter.isalnum() else "-" for letter in term.lower())
    return "istilah-" + "-".join(part for part in kept.split("-") if part)


class Explained:
    """`istilah("DPA")` in a template: the word, with its explanation the first time the page uses it.

    The word is a link to the glossary, so it can be followed without a script; the explanation is shown
    while the word is pointed at or has the focus. Later uses, and words that the glossary lacks, are plain; so are
    all on paper.
    """

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def __call__(self, word: str, text: str = "") -> Markup:
        term = by_name().get(word.casefold())
        if term is None or term.term in self._seen:
            return Markup("{}").format(text or word)
        self._seen.add(term.term)
        anchor = term_anchor(term.term)
        note = f"ket-{anchor}"
        lang = Markup("" if text else ' lang="id"')  # the frame may speak another language than its terms
        return Markup(
            '<screen><span class="term"><a href="{}" aria-describedby="{}"{}></screen>{}<screen></a>'
            '<unsearched><span class="term__note" role="tooltip" id="{}" lang="id">{}</span></unsearched>'
            "</span></screen>"
        ).format(addresses.link(f"{addresses.METHOD}#{anchor}"), note, lang, text or word, note, _note(term))


def _note(term: GlossaryTerm) -> str:
    return f"{term.long_form}. {term.explanation}" if term.long_form else term.explanation
