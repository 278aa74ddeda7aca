"""Files for whoever serves the site: `robots.txt`, and `_headers` as Netlify and Cloudflare Pages read it.

The content policy also stands in a meta tag of every page, which is enough for browsers; a header adds
what a meta tag cannot say: that no other site may frame this one.
"""

from generator.pages.site import Site

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


def headers() -> str:
    """`_headers`: the same for every address."""
    return "\n".join(["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]) + "\n"
