"""Jinja as the page templates need it: texts are worded when a template is compiled, and ways are short.

The pages of a plan of 60 activities make some 10,000 calls, read 40,000 attributes, insert 26,000 values and word 5,000
texts. Jinja looks each text up anew, asks each callable what context it wants and each value how it becomes markup;
here all that is known beforehand, which saves nearly half of the time of rendering.
"""

import re
from collections.abc import Callable, Iterator
from itertools import repeat
from types import BuiltinFunctionType, FunctionType, MethodType
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


_PLAIN = frozenset((MethodType, FunctionType, BuiltinFunctionType))


def call(context: Context, callee: Any, *args: Any) -> Any:
    """What a template calls with arguments by position: a macro as the function it is, a method as it is.

    What asks for the context gets it without the variables of loops around the call.
    """
    kind = callee.__class__
    if kind is Macro:
        lacking = callee._argument_count - len(args)
        if lacking < 0 or callee.caller or callee.catch_kwargs or callee.catch_varargs:
            return callee(context.eval_ctx, *args)
        # What a macro returns is markup already; `Markup()` would look whether it knows its own HTML.
        return str.__new__(Markup, callee._func(*args, *repeat(missing, lacking)))
    if kind in _PLAIN and not hasattr(callee, "jinja_pass_arg"):
        return callee(*args)
    return context.call(callee, *args)


class PageCode(CodeGenerator):
    """Reads an attribute that is there, and calls, without asking what Jinja must ask of any object."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if forward_caller or node.kwargs or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("call(context, ")
        self.visit(node.node, frame)
        self.signature(node, frame)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.write("(found if (found := getattr((of := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr(of, {node.attr!r}))")


class PageEnvironment(Environment):
    """An environment of one language."""

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
        return f"{imports}\nfrom {__name__} import call, escape\n{rest}"


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
