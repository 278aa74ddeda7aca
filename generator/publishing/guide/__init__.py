"""The guide that goes with a site: `docs/panduan` and what it leans on, as a Material site at `/panduan/`."""
