"""Questions to a page about the room it takes. Each answers with the places that are wrong."""

_NAME = """const name = (each) =>
  `${each.tagName}.${each.getAttribute('class')} ${each.textContent.trim().slice(0, 40)}`;"""

TOO_WIDE = f"""() => {{
  {_NAME}
  const room = document.documentElement.clientWidth;
  const needed = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth);
  if (needed <= room) return [];
  return [...document.querySelectorAll('body *')]
    .filter((each) => each.checkVisibility() && !each.closest('.table-scroll'))
    .filter((each) => each.getBoundingClientRect().right > room + 1)
    .filter((each, _, all) => !all.includes(each.parentElement))
    .map(name).slice(0, 5).concat(`${{needed}} > ${{room}}`);
}}"""

CUT = f"""() => {{
  {_NAME}
  return [...document.querySelectorAll('body *')]
    .filter((each) => each.checkVisibility() && each.clientWidth > 1)
    .filter((each) => !each.closest('svg, .out-of-sight, .skip, select, input'))
    .filter((each) => ['hidden', 'clip'].includes(getComputedStyle(each).overflowX))
    .filter((each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
    .map(name);
}}"""
"""Elements that hide a part of what they hold."""
