"""What a page says in the language of its frame: text and names that no `lang="id"` marks as words of a plan."""

from playwright.sync_api import Page

_SPOKEN = """() => {
  // The name of a drawing is plain text: it cannot mark the words of a plan in it.
  const english = (each) => each.closest('[lang]').getAttribute('lang') !== 'id'
    && !each.closest('script, style, code, svg title, svg desc');
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) if (english(walk.currentNode.parentElement)) found.push(walk.currentNode.data);
  for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'data-label', 'data-none', 'data-some'])
    for (const each of document.body.querySelectorAll(`[${name}]`))
      if (english(each)) found.push(each.getAttribute(name));
  return found.map((text) => text.trim().replace(/\\s+/g, ' ')).filter((text) => /[a-z]{2}/i.test(text));
}"""


def spoken(page: Page) -> set[str]:
    """Every text of the open page, shown or folded, that is not marked as Indonesian."""
    return set(page.evaluate(_SPOKEN))
