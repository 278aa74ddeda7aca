"""Files for whoever serves the site: `robots.txt`, and `_headers` as Netlify and Cloudflare Pages read it.

The content policy also stands in a meta tag of every page, which is enough for browsers; a header adds
what a meta tag cannot say: that no other site may frame this one.
"""

from collections.abc import Sequence

from generator.pages import addresses
from generator.pages.plan.contents import PLAN_PAGES
from generator.pages.site import Site

_PORTAL = (
    addresses.INSTITUTIONS,
    addresses.COMPARISON,
    addresses.CHANGES,
    addresses.LATE,
    addresses.PROVINCES,
    addresses.DATA,
    addresses.METHOD,
    addresses.SEARCH,
    addresses.GUIDE,
)

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)
"""Nothing from anywhere else, no inline script and no inline style; Pagefind needs WebAssembly. As in the theme."""

HEADERS = {
    "Content-Security-Policy": f"{CONTENT_POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def robots(site: Site) -> str:
    """Everything may be read; the sitemap is named where the address of the site is known."""
    lines = ["User-agent: *", "Allow: /"]
    if site.url:
        lines += ["", f"Sitemap: {site.url}sitemap.xml"]
    return "\n".join(lines) + "\n"


def headers(trees: Sequence[str] = ()) -> str:
    """`_headers`, for the root of a site and the folders of its other languages.

    What may be embedded is not closed to frames, and what may be taken is open to other origins.

    A host applies every rule that fits, and two policies of one page are both in force: each page has one rule only.
    """
    policy = "Content-Security-Policy"
    parts = [page.part for page in PLAN_PAGES if page.part]
    rules = [("/*", {name: value for name, value in HEADERS.items() if name != policy})]
    opened = {"Access-Control-Allow-Origin": "*"}
    for root in ("/", *(f"/{tree}/" for tree in trees)):
        plan = f"{root}:lembaga/:masa/"
        pages = (root, *(f"{root}{page}*" for page in _PORTAL), f"{root}:lembaga/", plan)
        rules += [(address, {policy: HEADERS[policy]}) for address in (*pages, *(f"{plan}{part}*" for part in parts))]
        rules.append((f"{plan}{addresses.EMBED}*", {policy: CONTENT_POLICY}))
        rules += [(f"{root}{addresses.DATA}*", opened), (f"{plan}{addresses.PLAN_DATA}*", opened)]
    return (
        "\n".join(line for address, told in rules for line in (address, *(f"  {n}: {v}" for n, v in told.items())))
        + "\n"
    )
