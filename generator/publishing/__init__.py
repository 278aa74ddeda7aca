"""The publisher as a subprocess: finished Markdown in, HTML out."""
