"""Where every mark of a picture stands: pure functions from a view to geometry, without HTML.

A picture of fixed size is laid out in pixels; one that stretches with the page is laid out in per cent of its
width. Templates in `site_templates/partials/pictures/` draw what these functions return and add the words.
"""
