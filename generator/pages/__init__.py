"""Markdown for every address of the site: templates from `site_templates/`, links from `addresses`, nothing else."""
