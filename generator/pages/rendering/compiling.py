"""Texts are worded when a template is compiled, not each time it is rendered: a plan's pages word 5,000 of them."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer

from generator.reading.output_limit import count_made


def counted(parts: Iterable[str]) -> str:
    """Parts as one text."""
    text = "".join(parts)
    count_made(len(text))
    return text


class PageEnvironment(Environment):
    """An environment of one language. What its templates write is counted where it grows: see `output_limit`."""

    concat = staticmethod(counted)

    def __init__(self, gettext: Callable[[str], str], **options: Any) -> None:
        super().__init__(**options)
        self._gettext = gettext

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        return cast(nodes.Template, _Worded(self._gettext).visit(template))


class _Worded(NodeTransformer):
    """Puts the words in place of each call that asks for a constant text."""

    def __init__(self, gettext: Callable[[str], str]) -> None:
        self._gettext = gettext

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        self.generic_visit(node)
        match node:
            case nodes.Call(
                node=nodes.Name(name="_" | "gettext"),
                args=[nodes.Const(value=str(text))],
                kwargs=[],
                dyn_args=None,
                dyn_kwargs=None,
            ):
                # As Jinja's newstyle gettext: the catalogue's text is markup, and a % in it is written twice.
                return nodes.TemplateData(self._gettext(text) % {}, lineno=node.lineno)
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:
        """`{% trans %}` with values becomes its words with the values between them."""
        self.generic_visit(node)
        node.nodes = [part for each in node.nodes for part in self._told(each)]
        return node

    def _told(self, node: nodes.Expr) -> Iterator[nodes.Expr]:
        match node:
            case nodes.Call(
                node=nodes.Name(name="gettext"), args=[nodes.Const(value=str(text))], dyn_args=None, dyn_kwargs=None
            ):
                values = {each.key: each.value for each in node.kwargs}
                # Words and names of values by turns.
                for at, part in enumerate(_VALUE.split(self._gettext(text))):
                    yield values[part] if at % 2 else nodes.TemplateData(part % (), lineno=node.lineno)
            case _:
                yield node


_VALUE = re.compile(r"%\((\w+)\)s")
