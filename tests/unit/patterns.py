"""Every regular expression of the package, and texts that cost a careless one dearly."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import generator

_PACKAGE = Path(generator.__file__).parent
_CALLS = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
_AT_THE_START = {"match", "fullmatch"}
_REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}
_CATEGORIES = {
    codes.CATEGORY_DIGIT: "1",
    codes.CATEGORY_SPACE: " \n\t",
    codes.CATEGORY_WORD: "a_",
    codes.CATEGORY_NOT_SPACE: "a",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_NOT_WORD: "-",
}


class Used(NamedTuple):
    """An expression, and whether it is looked for anywhere in a text or only at its start."""

    pattern: re.Pattern[Any]
    anywhere: bool


@cache
def patterns() -> dict[str, Used]:
    """By the name of the module and the expression: those that modules keep, and those written where they are used."""
    found: dict[str, Used] = {}
    trees = {
        info.name: _tree(info.name) for info in pkgutil.walk_packages([str(_PACKAGE)], "generator.") if _is_code(info)
    }
    methods: dict[str, set[str]] = {}
    for tree in trees.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in _CALLS:
                owner = node.value.id if isinstance(node.value, ast.Name) else getattr(node.value, "attr", "")
                methods.setdefault(owner, set()).add(node.attr)
    for module_name, tree in trees.items():
        module = importlib.import_module(module_name)
        elsewhere = _imported(tree)
        for name, value in vars(module).items():
            for pattern in _within(value) if name not in elsewhere else ():
                own = methods.get(name, set())
                anywhere = not own or bool(own - _AT_THE_START)
                key = f"{module_name} {pattern.pattern!r}"
                found[key] = Used(pattern, anywhere or (key in found and found[key].anywhere))
        for text, method in _literals(tree):
            if method != "compile":
                found.setdefault(f"{module_name} {text!r}", Used(re.compile(text), method not in _AT_THE_START))
    return found


def _is_code(info: pkgutil.ModuleInfo) -> bool:
    return not info.name.endswith("__main__") and info.name != "generator.store.forked"


def _tree(name: str) -> ast.Module:
    path = _PACKAGE.parent.joinpath(*name.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return ast.parse(file.read_text(encoding="utf-8"))


def _imported(tree: ast.Module) -> set[str]:
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))
    return {name.asname or name.name for each in imports for name in each.names}


def _within(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict) and depth < 3:
        for each in value.values():
            yield from _within(each, depth + 1)
    elif isinstance(value, list | tuple | set | frozenset) and depth < 3 and len(value) < 200:
        for each in value:
            yield from _within(each, depth + 1)


def _literals(tree: ast.Module) -> Iterator[tuple[Any, str]]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in _CALLS
            and node.args
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, str | bytes)
        ):
            yield node.args[0].value, node.func.attr


def attacks(pattern: re.Pattern[Any]) -> Iterator[tuple[Any, Any, Any]]:
    """Beginnings, units to be repeated, and ends that nearly match: made from the expression's own characters."""
    text = pattern.pattern.decode("latin-1") if isinstance(pattern.pattern, bytes) else pattern.pattern
    flags = pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags
    tree = parser.parse(text, flags)
    runs = list(dict.fromkeys(_runs(tree)))[:12]
    letters = list(dict.fromkeys(letter for run in runs for letter in run))[:14]
    whole = "".join(letter for run in runs for letter in run[:1])
    pairs = (a + b for a in letters[:6] for b in letters[:6] if a != b)
    words = list(_words(tree))[:4]
    near = (word + letter for word in words for letter in ("", " ", *letters[:4]))
    units = dict.fromkeys([*letters, *pairs, *near, *_begun(tree), " ".join(words), whole, " ", " \t", "\n"])
    begins = dict.fromkeys(("", whole[:1], whole[:3], *words[:1]))
    ends = dict.fromkeys(("", "\x00", *"".join(_refused(tree))[:3]))
    for unit in units:
        if unit:
            for begin in begins:
                for end in ends if len(unit) == 1 else ("", "\x00"):
                    parts = (begin, unit, end)
                    yield tuple(p.encode("utf-8") for p in parts) if isinstance(pattern.pattern, bytes) else parts


def _begun(tree: Any, before: str = "") -> Iterator[str]:
    """The least that leads to each part without an end, as it is, on a line of its own, and with one letter that the
    part takes: a text of many of them begins anew at each, and each time goes on to its end."""
    for code, value in tree:
        if code in _REPEATS:
            least, most, inner = value
            if most is codes.MAXREPEAT:
                yield from (before, before + "\n")
                yield from (before + letter for run in _runs(inner, 12) for letter in run)
            yield from _begun(inner, before)
            before += _least(inner) * least
        else:
            for part in _parts(code, value):
                yield from _begun(part, before)
            before += _least([(code, value)])


def _least(tree: Any) -> str:
    """A shortest text that a part of an expression takes."""
    found = ""
    for code, value in tree:
        if code in _REPEATS:
            found += _least(value[2]) * value[0]
        elif parts := list(_parts(code, value)):
            found += "" if code in (codes.ASSERT, codes.ASSERT_NOT) else _least(parts[0])
        else:
            found += "".join(run[:1] for run in _runs([(code, value)]))
    return found


def _parts(code: Any, value: Any) -> Iterator[Any]:
    """What stands inside a part of an expression; of a branch each."""
    if code is codes.SUBPATTERN:
        yield value[3]
    elif code is codes.ATOMIC_GROUP:
        yield value
    elif code in (codes.ASSERT, codes.ASSERT_NOT):
        yield value[1]
    elif code is codes.BRANCH:
        yield from value[1]


def _runs(tree: Any, most: int = 3) -> Iterator[str]:
    """The characters that each part may take, at most so many, in the order of the expression."""
    for code, value in tree:
        if code is codes.LITERAL:
            yield chr(value)
        elif code is codes.NOT_LITERAL:
            yield "a" if value != ord("a") else "b"
        elif code is codes.ANY:
            yield "a"
        elif code is codes.IN:
            yield _of_set(value)[:most]
        elif code in _REPEATS:
            yield from _runs(value[2], most)
        else:
            for part in _parts(code, value):
                yield from _runs(part, most)


def _refused(tree: Any) -> Iterator[str]:
    """The characters that parts of the expression do not take: one of them ends what nearly matched."""
    for code, value in tree:
        if code is codes.IN and value[0][0] is codes.NEGATE:
            yield "".join(chr(letter) for kind, letter in value if kind is codes.LITERAL)
        for part in [value[2]] if code in _REPEATS else _parts(code, value):
            yield from _refused(part)


def _words(tree: Any) -> Iterator[str]:
    """What the expression spells out: each run of letters that stand there as they are."""
    word = ""
    for code, value in tree:
        if code is codes.LITERAL:
            word += chr(value)
            continue
        if len(word) > 1:
            yield word
        word = ""
        for part in [value[2]] if code in _REPEATS else _parts(code, value):
            yield from _words(part)
    if len(word) > 1:
        yield word


def _of_set(parts: Any) -> str:
    negated = parts[0][0] is codes.NEGATE
    inside: list[str] = []
    for code, value in parts:
        if code is codes.LITERAL:
            inside.append(chr(value))
        elif code is codes.RANGE:
            inside += [chr(value[0]), chr(value[1])]
        elif code is codes.CATEGORY:
            inside += list(_CATEGORIES.get(value, ""))
    if negated:
        return "".join(letter for letter in "a1 -<" if letter not in inside)[:2]
    return "".join(inside)
