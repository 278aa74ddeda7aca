"""Cutting elements out of the HTML of our own templates, which closes every element and writes attributes one way."""


def without(html: str, begin: str, end: str, instead: str = "") -> str:
    """HTML with `instead` in the place of each stretch from `begin` to the next `end`.

    Far faster than a pattern. An element must not hold another that begins so.
    """
    first, *rest = html.split(begin)
    return instead.join((first, *(each.partition(end)[2] for each in rest)))
