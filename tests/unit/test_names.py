"""A word means one thing in the whole house."""

import ast
from collections import defaultdict
from pathlib import Path

import generator

ROOT = Path(generator.__file__).parent


def test_a_name_of_a_class_means_one_thing() -> None:
    where = defaultdict(list)
    for module in ROOT.rglob("*.py"):
        for node in ast.parse(module.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                where[node.name].append(module.relative_to(ROOT).as_posix())
    assert len(where) > 300
    assert {name: modules for name, modules in where.items() if len(modules) > 1} == {}
