"""Editing a plan without YAML: proposals from a workbook or a form, spliced into the files as a planner wrote them."""
