"""What the generator has to say about a plan, and where in its files.

A `Problem` is about the file and may stop its publication; a `Finding` is about the plan and is
published with it. They are two types because they take two ways through the program.
"""

from generator.diagnostics.finding import Answer, Finding
from generator.diagnostics.place import Place
from generator.diagnostics.problem import Label, Problem, Severity, in_order

__all__ = ["Answer", "Finding", "Label", "Place", "Problem", "Severity", "in_order"]
