"""From a template to the text of a page."""
