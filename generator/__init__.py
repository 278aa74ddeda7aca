"""Rencana induk: plans in YAML are checked, expanded into Markdown and published as a site."""
