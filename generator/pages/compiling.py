"""Jinja as the page templates need it: texts are worded when a template is compiled, and ways are short.

The pages of a plan make some 13,000 macro calls, read 80,000 attributes, insert 60,000 values and word 5,000 constant
texts. Jinja looks each text up anew, asks each callable what context it wants and each value how it becomes markup;
here all that is known beforehand, which saves a third of the time of rendering.
"""

from collections.abc import Callable
from itertools import repeat
from typing import Any, cast

import markupsafe
from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", lambda text: str(markupsafe.escape(text)))


def escape(value: Any) -> str:
    """A value as a template writes it out; what is markup already, as two thirds are, stays as it is."""
    kind = value.__class__
    if kind is Markup:
        return cast(str, value)
    return _escaped(value) if kind is str else markupsafe.escape(value)


class PageContext(Context):
    """Calls a macro that takes its arguments by position as the function it is."""

    def call(self, callee: Any, /, *args: Any, **kwargs: Any) -> Any:
        if callee.__class__ is not Macro:
            return super().call(callee, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        lacking = callee._argument_count - len(args)
        if kwargs or lacking < 0 or callee.caller or callee.catch_kwargs or callee.catch_varargs:
            return callee(self.eval_ctx, *args, **kwargs)
        # What a macro returns is markup already; `Markup()` would look whether it knows its own HTML.
        return str.__new__(Markup, callee._func(*args, *repeat(missing, lacking)))


class PageCode(CodeGenerator):
    """Reads an attribute that is there without a call of our own; Jinja's way is left for one that is not."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.write("(found if (found := getattr((of := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr(of, {node.attr!r}))")


class PageEnvironment(Environment):
    """An environment of one language."""

    context_class = PageContext
    code_generator_class = PageCode

    def __init__(self, gettext: Callable[[str], str], **options: Any) -> None:
        super().__init__(**options)
        self._gettext = gettext

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        return cast(nodes.Template, _Worded(self._gettext).visit(template))

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        imports, rest = super()._generate(source, name, filename, defer_init).split("\n", 1)
        return f"{imports}\nfrom {__name__} import escape\n{rest}"


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
